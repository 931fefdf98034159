namespace Readiness.Onboarding.Tests;

public sealed class SuggestedCommandTests
{
    [TestCase("package.json", "{}", "node server.js")]
    [TestCase("package.json", "not JSON", "node server.js")]
    [TestCase("package.json", """{ "main": "my clinic.js" }""", "node \"my clinic.js\"")]
    [TestCase("index.js", "", "node index.js")]
    [TestCase("manage.py", "", "python3 manage.py runserver --noreload 127.0.0.1:{integration.port}")]
    [TestCase("main.py", "", "python3 main.py")]
    [TestCase("public/index.php", "", "php -S 127.0.0.1:{integration.port} -t public")]
    [TestCase("Clinic.csproj", "", "dotnet run --project Clinic.csproj")]
    [TestCase("pom.xml", "", "java -jar target/app.jar")]
    [TestCase("readme.txt", "", null)]
    public void What_lies_in_the_folder_suggests_a_command(string file, string text, string? command)
    {
        using var newcomer = new Newcomer();
        newcomer.Has(file, text);

        SuggestedCommand.For(null, newcomer.Folder).ShouldBe(command);
    }

    [TestCase("python", "python3 app.py")]
    [TestCase("dotnet", "dotnet run")]
    [TestCase("other", null)]
    public void A_language_that_is_named_comes_first(string language, string? command)
    {
        using var newcomer = new Newcomer();
        newcomer.Has("package.json", "{}");

        SuggestedCommand.For(language, newcomer.Folder).ShouldBe(command);
    }
}
