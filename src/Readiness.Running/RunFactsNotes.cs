namespace Readiness.Running;

/// <summary>Keeps what the reports say beside the verdicts in the journal's first entry, so that they can be made from the journal alone.</summary>
public static class RunFactsNotes
{
    public static IEnumerable<(string Name, string Value)> From(RunFacts facts) =>
    [
        ("run.packageSet", facts.PackageSet),
        ("run.place", facts.Place),
        ("run.operator", facts.Operator),
        ("integration.name", facts.IntegrationName),
        ("integration.version", facts.IntegrationVersion),
        .. facts.Reached is { } reached ? [("integration.reached", reached)] : Array.Empty<(string, string)>(),
        .. facts.Driven is { } driven ? [("integration.driven", driven)] : Array.Empty<(string, string)>(),
        .. facts.KillMatrix is { } digest ? [("run.killMatrix", digest)] : Array.Empty<(string, string)>(),
    ];

    public static RunFacts Read(Recording.RunStarted run) => new()
    {
        HarnessVersion = run.HarnessVersion,
        PackageSet = run.Settings.GetValueOrDefault("run.packageSet", ""),
        Strict = run.Settings.GetValueOrDefault("strict") == "true",
        Place = run.Settings.GetValueOrDefault("run.place", ""),
        Operator = run.Settings.GetValueOrDefault("run.operator", ""),
        IntegrationName = run.Settings.GetValueOrDefault("integration.name", ""),
        IntegrationVersion = run.Settings.GetValueOrDefault("integration.version", ""),
        Reached = run.Settings.GetValueOrDefault("integration.reached"),
        Driven = run.Settings.GetValueOrDefault("integration.driven"),
        KillMatrix = run.Settings.GetValueOrDefault("run.killMatrix"),
    };
}
