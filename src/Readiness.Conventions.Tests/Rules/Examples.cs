using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>Examples of integrations: folders below <c>examples/</c> with a configuration of their own.</summary>
internal static class Examples
{
    private const string Script = "tools/examples";
    private const int MostDriverLines = 59;

    private static readonly string[] LockFiles = ["package-lock.json", "requirements.txt", "poetry.lock", "composer.lock"];

    // An integration that knows who is watching proves nothing.
    private static readonly string[] WordsOfTheHarness = ["readiness", "harness", "driver", "stimulus", "canary", "certif"];

    /// <summary>What is wrong with them, one line each.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<RepositoryFile> files)
    {
        var names = files.Select(file => Regex.Match(file.Path, "^examples/([^/]+)/readiness\\.json$")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        var listed = Listed(files);
        return
        [
            .. names.SelectMany(name => FaultsOf($"examples/{name}", [.. files.Where(file => file.Path.StartsWith($"examples/{name}/", StringComparison.Ordinal))])),
            .. names.Except(listed).Select(name => $"{Script} does not name examples/{name}"),
            .. listed.Except(names).Select(name => $"{Script} names {name}, and there is no examples/{name}/readiness.json"),
        ];
    }

    private static IEnumerable<string> FaultsOf(string folder, IReadOnlyList<RepositoryFile> files)
    {
        if (files.All(file => file.Path != $"{folder}/README.md"))
        {
            yield return $"{folder} has no README.md that tells how it was connected";
        }

        if (!files.Any(file => LockFiles.Contains(Path.GetFileName(file.Path))))
        {
            yield return $"{folder} has no lock file: one of {string.Join(", ", LockFiles)}";
        }

        if (files.Where(IsDriver).ToList() is not [var driver])
        {
            yield return $"{folder} has {files.Count(IsDriver)} files called driver, and one is wanted";
        }
        else if (driver.Lines.Count > MostDriverLines)
        {
            yield return $"{driver.Path} has {driver.Lines.Count} lines, and fewer than 60 are wanted";
        }

        foreach (var file in files.Where(IsTheIntegrationItself))
        {
            foreach (var word in WordsOfTheHarness.Where(word => file.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{file.Path} holds the word {word}: only the driver may know the harness";
            }
        }
    }

    private static bool IsDriver(RepositoryFile file) => Path.GetFileNameWithoutExtension(file.Path) == "driver";

    private static bool IsTheIntegrationItself(RepositoryFile file) =>
        !IsDriver(file) && Path.GetFileName(file.Path) is var name && name is not ("README.md" or "readiness.json") && !LockFiles.Contains(name);

    // A line an example: name | program | lowest version | how it is installed.
    private static IReadOnlyList<string> Listed(IReadOnlyList<RepositoryFile> files) =>
    [
        .. files.Where(file => file.Path == Script).SelectMany(file => file.Lines)
            .Select(line => Regex.Match(line, @"^([a-z][a-z0-9-]*) \| \S+ \| [0-9.]+ \| ")).Where(match => match.Success).Select(match => match.Groups[1].Value),
    ];
}
