using System.Text;
using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Rules;

/// <summary>Single rules, where the corpus does not tell enough.</summary>
public sealed class RuleTests
{
    // Put together here, so that no guard of a code host takes this file for a leak.
    private const string GitHub = "ghp" + "_k3Jd8sLq0PzXc7VbN2mQw5ErTy6UiOp4AsDf";
    private const string Drawn = "8fQx2LmZ" + "4vRt9KpW7sNc3Hb";

    [Test]
    public async Task A_token_is_found_in_UTF_16_with_its_line()
    {
        using var ground = new Ground();
        ground.Write("log.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"one\r\ntoken {GitHub}\r\n")]);
        ground.Write("log2.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes($"one\r\ntoken {GitHub}\r\n")]);

        var report = await ground.Scan([]);

        report.Findings.ShouldHaveSingleItem().Places.Select(place => place.ToString()).ShouldBe(["log.txt:2", "log2.txt:2"]);
    }

    [Test]
    public async Task A_token_is_found_in_a_compiled_program([Values] bool wide, [Values(100, 262_100, 262_139, 262_144)] int before)
    {
        using var ground = new Ground();
        ground.Write("app.dll", [.. new byte[before], .. (wide ? Encoding.Unicode : Encoding.UTF8).GetBytes(GitHub), .. new byte[300_000]]);

        var finding = (await ground.Scan([])).Findings.ShouldHaveSingleItem();

        (finding.Rule.Id, finding.Length, finding.PlaceCount).ShouldBe(("github-token", 40, 1));
    }

    [Test]
    public async Task A_secret_is_found_wherever_it_stands_in_a_long_line([Values(0, 3_500, 4_000, 4_090, 262_130, 262_150, 700_000)] int before)
    {
        using var ground = new Ground();
        var filler = string.Concat(Enumerable.Repeat("function(a){return a.token+1},", (before / 30) + 1))[..before];
        ground.Write("app.min.js", $"{filler};x={{client_secret:\"{Drawn}\"}};{filler}");

        (await ground.Scan([])).Findings.ShouldHaveSingleItem().Excerpt.ShouldStartWith("client_secret = [23 characters, ");
    }

    [Test]
    public async Task A_file_of_one_endless_line_of_names_costs_little()
    {
        using var ground = new Ground();
        ground.Write("a.js", string.Concat(Enumerable.Repeat("password_secret_token.api_key-", 20_000)));
        ground.Write("b.js", string.Concat(Enumerable.Repeat("password: { secret: [ token = ( ", 20_000)));
        ground.Write("c.js", "password" + new string(' ', 200_000) + "=");
        var began = TimeProvider.System.GetTimestamp();

        var report = await ground.Scan([]);

        report.Coverage.Unread.ShouldBeEmpty();
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    [TestCase("a.py", "client_secret = os.environ.get('CLIENT_SECRET', '{0}')")]
    [TestCase("a.go", "var signingKey = []byte(\"{0}\")")]
    [TestCase("a.vb", "Const ApiKey As String = \"{0}\"")]
    [TestCase("a.rs", "const API_KEY: &'static str = \"{0}\";")]
    [TestCase("a.c", "const char api_key[] = \"{0}\";")]
    [TestCase("a.clj", "(def config {{:client-secret \"{0}\"}})")]
    [TestCase("a.md", "**Client secret:** `{0}`")]
    [TestCase("a.md", "La clave de producción es: {0}")]
    [TestCase("a.sh", "aws configure set aws_secret_access_key {0}")]
    [TestCase("a.ps1", "$s = ConvertTo-SecureString \"{0}\" -AsPlainText -Force")]
    [TestCase("a.plist", "<key>ClientSecret</key>\n<string>{0}</string>")]
    [TestCase("a.json", "\"adminPassword\": {{\n  \"value\": \"{0}\"\n}}")]
    [TestCase("a.json", "\"clientSecret\": {{ \"type\": \"string\", \"default\": \"{0}\" }}")]
    [TestCase("a.cs", "var text = \"Server=db;User=app;Password={0};Encrypt=true\";")]
    [TestCase("a.tf", "resource \"aws_ssm_parameter\" \"db_password\" {{\n  value = \"{0}\"\n}}")]
    [TestCase("a.csv", "name,client_id,client_secret\nclinic,a1,{0}\n")]
    public async Task A_literal_beside_its_name_is_found(string file, string text)
    {
        using var ground = new Ground();
        ground.Write(file, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, Drawn));

        (await ground.Scan([])).Findings.ShouldHaveSingleItem().Length.ShouldBe(23);
    }

    [TestCase("a.cs", "var token = await client.GetTokenAsync(\"api://clinic/.default\");")]
    [TestCase("a.ts", "const nextPageToken = 'CAUQAA8fQx2LmZ4vRt9KpW7sNc3Hb';")]
    [TestCase("a.java", "@Value(\"#{systemEnvironment['CLIENT_SECRET']}\") String clientSecret;")]
    [TestCase("a.yml", "password: !secret database_password_2")]
    [TestCase("a.env", "SECRET_KEY_FILE=/run/secrets/key-2024-A8fQx2LmZ4")]
    [TestCase("a.js", "password: yup.string().min(8, 'Use 8 characters')")]
    [TestCase("a.md", "The `api_key` parameter: see section 4.2")]
    [TestCase("a.sql", "INSERT INTO t (id, password) VALUES (1, '$2b$12$KIXQJ8mJ9y8n0Q3hZ7vWxu5tQkQx2LmZ4vRt9KpW7sNc3Hb1a2b3c')")]
    [TestCase("package-lock.json", "\"node_modules/token\": {\"integrity\": \"sha512-8fQx2LmZ4vRt9KpW7sNc3Hb8fQx2LmZ4vRt9KpW7sNc3Hb==\"}")]
    public async Task What_only_looks_like_one_is_let_through(string file, string text)
    {
        using var ground = new Ground();
        ground.Write(file, text + "\n");

        (await ground.Scan([])).Findings.Select(finding => $"{finding.Rule.Id} {finding.Excerpt}").ShouldBeEmpty();
    }
}
