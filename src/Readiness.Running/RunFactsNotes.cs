using System.Globalization;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>Keeps what the reports say beside the verdicts in the journal's first entry, so that they can be made from the journal alone.</summary>
public static class RunFactsNotes
{
    /// <summary>Of journals that do not say.</summary>
    private const int DefaultValidMonths = 3;

    public static IEnumerable<(string Name, string Value)> From(RunFacts facts) =>
    [
        ("run.packageSet", facts.PackageSet),
        ("run.place", facts.Place),
        ("run.operator", facts.Operator),
        ("integration.name", facts.IntegrationName),
        ("integration.version", facts.IntegrationVersion),
        .. facts.Reached is { } reached ? [("integration.reached", reached)] : Array.Empty<(string, string)>(),
        .. facts.Driven is { } driven ? [("integration.driven", driven)] : Array.Empty<(string, string)>(),
        .. facts.Artefact is { } artefact ? Notes(artefact) : [],
        .. facts.Language is { } language ? [("reports.language", language)] : Array.Empty<(string, string)>(),
        ("reports.validMonths", facts.ValidMonths.ToString(CultureInfo.InvariantCulture)),
        .. facts.Issuer is { } issuer ? [("seal.issuer", issuer)] : Array.Empty<(string, string)>(),
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
        Artefact = run.Settings.GetValueOrDefault("integration.artefact") is { } name && run.Settings.GetValueOrDefault("integration.artefact.sha256") is { } digest
            ? new Artefact(name, digest, Number(run, "integration.artefact.files"))
            : null,
        Language = run.Settings.GetValueOrDefault("reports.language"),
        ValidMonths = Number(run, "reports.validMonths") ?? DefaultValidMonths,
        Issuer = run.Settings.GetValueOrDefault("seal.issuer"),
        KillMatrix = run.Settings.GetValueOrDefault("run.killMatrix"),
    };

    private static int? Number(Recording.RunStarted run, string setting) =>
        int.TryParse(run.Settings.GetValueOrDefault(setting), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<(string Name, string Value)> Notes(Artefact artefact) =>
    [
        ("integration.artefact", artefact.Name),
        ("integration.artefact.sha256", artefact.Sha256),
        .. artefact.Files is { } files ? [("integration.artefact.files", files.ToString(CultureInfo.InvariantCulture))] : Array.Empty<(string, string)>(),
    ];
}
