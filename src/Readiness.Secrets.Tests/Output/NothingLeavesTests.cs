using System.Text;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Output;
using Readiness.Secrets.Tests.Corpus;
using Readiness.Secrets.Tests.Exact;
using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Output;

/// <summary>Nothing that a scan writes holds a secret, in no encoding.</summary>
public sealed class NothingLeavesTests
{
    // Put together here, so that this file holds none itself.
    private const string Password = "Tres.Tristes" + "#Tigres_41";
    private const string Token = "ghp_" + "k3Jd8sLq0PzXc7VbN2mQw5ErTy6UiOp4AsDf";
    private static readonly KnownSecret Known = new("client.secret", "kN0wn/Valu3+Of-The=Run_77", "clinic");

    [Test]
    public async Task Neither_terminal_nor_JSON_nor_SARIF_nor_a_suggestion_holds_what_was_found()
    {
        using var ground = new Ground();
        ground.Git("init", "--quiet");
        var random = new Random(5);
        foreach (var encoding in Encodings.Names)
        {
            ground.Write($"known/{encoding}.txt", [.. Encoding.UTF8.GetBytes("secret = \""), .. Encodings.Write(encoding, "clinic", Known.Value, random), .. "\"\n"u8]);
        }

        // In names of files, of entries, of keys, and in messages, too.
        ground.Write($"names/{Token}.env", $"PASSWORD={Password}\nGITHUB={Token}\n");
        ground.Write($"names/x.zip", Ground.Zip($"{Convert.ToHexString(Encoding.UTF8.GetBytes(Known.Value))}/{Password}.txt", Encoding.UTF8.GetBytes($"password: {Password}\nclient_secret_{Token} = \"{Password}\"")));
        ground.Write($"broken/{Token}.zip", "PK\u0003\u0004 and no more"u8.ToArray());
        ground.Write("url.txt", $"https://clinic:{Uri.EscapeDataString(Password)}@{Convert.ToBase64String(Encoding.UTF8.GetBytes(Password))}.example/{Password}\n");
        ground.Commit($"the password is: {Password}");

        var report = await ground.Scan(Known);

        report.Findings.Count.ShouldBeGreaterThan(2);
        report.Coverage.Unread.ShouldNotBeEmpty();
        Told(report, Known.Value, Password, Token).ShouldBeEmpty();
    }

    [Test]
    public async Task No_leak_of_the_corpus_is_written()
    {
        using var ground = new Ground();
        foreach (var sample in Sample.In("development").Where(sample => sample.IsLeak))
        {
            ground.Write($"{sample.Id}/{sample.File}", sample.Text);
        }

        var report = await ground.Scan(request => request with { History = false });

        // What the report says of a value is its length and its fingerprint; so no word of the lines that hold one may be there,
        // but for names.
        var lines = Sample.In("development").Where(sample => sample.IsLeak).SelectMany(sample => sample.Lines.Select(line => sample.Text.Split('\n')[line - 1]));
        string[] values = [.. lines.SelectMany(line => line.Split(' ', '"', '\'', '`', '=', ',', ';', '@', '&', '<', '>', '(', ')', '{', '}', ':', '/')).Where(word => word.Length >= 10 && word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter)).Distinct()];
        values.Length.ShouldBeGreaterThan(100);
        Told(report, values).ShouldBeEmpty();
    }

    [Test]
    public void A_known_secret_does_not_print_its_value() => $"{Known}".ShouldBe("client.secret");

    [Test]
    public async Task A_reason_in_the_allow_file_that_holds_the_secret_is_masked()
    {
        using var ground = new Ground();
        ground.Write("app.env", $"DB_PASSWORD={Password}\n");
        var finding = (await ground.Scan([])).Findings.ShouldHaveSingleItem();
        var file = $$"""{ "allow": [ { "rule": "{{finding.Rule.Id}}", "path": "**", "fingerprint": "{{finding.Fingerprint}}", "reason": "it is only {{Password}}", "approver": "Ada", "expires": "2027-01-31" } ] }""";
        var allow = AllowFile.Read(Encoding.UTF8.GetBytes(file), "allow.json", new DateOnly(2026, 11, 21), out var problems);
        problems.ShouldBeEmpty();

        var report = await ground.Scan(request => request with { Allow = allow });

        report.Allowed.ShouldHaveSingleItem();
        Told(report, Password).ShouldBeEmpty();
    }

    /// <summary>Which of these values stands in anything that a report is written as.</summary>
    private static IReadOnlyList<string> Told(ScanReport report, params IEnumerable<string> values)
    {
        string[] written =
        [
            ScanText.Of(report, text => text, text => text),
            Encoding.UTF8.GetString(ScanJson.Of(report)),
            Encoding.UTF8.GetString(ScanSarif.Of(report, "1.0.0")),
            .. report.Findings.Select(AllowFile.Suggestion),
        ];
        var all = string.Join('\n', written);
        var random = new Random(1);
        return
        [
            .. from value in values
               from encoding in Encodings.Names.Where(name => !name.StartsWith("utf-16", StringComparison.Ordinal) && name != "basic")
               let form = Encoding.UTF8.GetString(Encodings.Write(encoding, "clinic", value, random)).Trim('"')
               // The characters at both ends depend on neighbours where it is Base64.
               let inner = encoding.StartsWith("base64", StringComparison.Ordinal) ? form[4..^6] : form
               where all.Contains(inner, StringComparison.Ordinal)
               select $"{value.Length} characters as {encoding}",
        ];
    }
}
