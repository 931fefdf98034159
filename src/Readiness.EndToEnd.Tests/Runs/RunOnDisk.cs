using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Tests.Runs;

/// <summary>What a run left in its folder.</summary>
internal sealed class RunOnDisk(string folder)
{
    public string Folder { get; } = folder;

    public JsonNode Result => JsonNode.Parse(Text("run.json"))!;

    public string Headline => Word("headline");

    /// <summary>The verdict of each item that this version judges.</summary>
    public IReadOnlyDictionary<string, string> Verdicts =>
        Result["items"]!.AsArray()
            .Select(item => (Id: (string)item!["item"]!["id"]!, Verdict: (string)item["verdict"]!))
            .Where(item => item.Verdict != "planned")
            .ToDictionary(item => item.Id, item => item.Verdict);

    /// <summary>An item's verdict, and where it is not passed, why.</summary>
    public string Reason(string item)
    {
        var found = Result["items"]!.AsArray().Single(one => (string?)one!["item"]!["id"] == item)!;
        return (string)found["verdict"]! is var verdict && verdict == "passed" ? verdict : $"{verdict}: {found["summary"]} {found["notProven"]} {found["scenarios"]}";
    }

    public string Word(string key) => (string?)Result[key] ?? "";

    public int ExitCode => (int)Result["exitCode"]!;

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Every file with its bytes, by its path below the folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Files() =>
        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(Folder, file), File.ReadAllBytes);

    /// <summary>The files that a reader looks for are all there.</summary>
    public void ShouldHaveItsReports()
    {
        string[] wanted = ["run.json", "journal.ndjson", "junit.xml", "certificate.html"];
        wanted.Where(file => !File.Exists(Path.Combine(Folder, file))).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(Folder, "allure-results")).ShouldNotBeEmpty();
    }
}
