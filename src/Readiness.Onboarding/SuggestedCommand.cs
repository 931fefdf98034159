using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Onboarding;

/// <summary>The command that most likely starts what lies in a folder.</summary>
public static class SuggestedCommand
{
    private static readonly (string Language, string[] Signs, Func<string, string> Command)[] Known =
    [
        ("node", ["package.json", "server.js", "index.js", "app.js"], Node),
        ("python", ["manage.py", "pyproject.toml", "requirements.txt", "app.py", "main.py"], Python),
        ("php", ["composer.json", "index.php", "public/index.php"], folder => Directory.Exists(Path.Combine(folder, "public")) ? "php -S 127.0.0.1:{integration.port} -t public" : "php -S 127.0.0.1:{integration.port}"),
        ("dotnet", ["*.csproj", "*.sln", "*.slnx"], Dotnet),
        ("java", ["pom.xml", "build.gradle", "build.gradle.kts"], folder => File.Exists(Path.Combine(folder, "pom.xml")) ? "java -jar target/app.jar" : "java -jar build/libs/app.jar"),
    ];

    /// <summary>The languages that a command is known for.</summary>
    public static IReadOnlyList<string> Languages { get; } = [.. Known.Select(known => known.Language), "other"];

    /// <summary>Null where nothing suggests one.</summary>
    /// <param name="language">One of <see cref="Languages"/>; null to look at what lies in the folder.</param>
    public static string? For(string? language, string folder) =>
        Known.Where(known => language is null ? known.Signs.Any(sign => Lies(sign, folder)) : known.Language.Equals(language, StringComparison.OrdinalIgnoreCase))
            .Select(known => known.Command(folder)).FirstOrDefault();

    private static bool Lies(string sign, string folder) =>
        sign.StartsWith('*') ? Directory.EnumerateFiles(folder, sign).Any() : File.Exists(Path.Combine(folder, sign));

    private static string Node(string folder) =>
        Main(Path.Combine(folder, "package.json")) is { } main ? $"node {Quoted(main)}" : $"node {First(folder, "server.js", "index.js", "app.js")}";

    private static string Python(string folder) =>
        Lies("manage.py", folder) ? "python3 manage.py runserver --noreload 127.0.0.1:{integration.port}" : $"python3 {First(folder, "app.py", "main.py")}";

    private static string Dotnet(string folder) =>
        Directory.EnumerateFiles(folder, "*.csproj").Order(StringComparer.Ordinal).Select(Path.GetFileName).FirstOrDefault() is { } project ? $"dotnet run --project {Quoted(project)}" : "dotnet run";

    private static string First(string folder, params string[] names) => names.FirstOrDefault(name => Lies(name, folder)) ?? names[0];

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;

    private static string? Main(string package)
    {
        try
        {
            return File.Exists(package) && JsonNode.Parse(File.ReadAllText(package)) is JsonObject parsed && parsed["main"] is JsonValue main && main.TryGetValue(out string? file)
                && !string.IsNullOrWhiteSpace(file) && !file.Any(letter => char.IsControl(letter) || letter is '"' or '\'') ? file : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            // It only suggests something; what is wrong with it is no matter here.
            return null;
        }
    }
}
