using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>What the reports say of a run beside its verdicts.</summary>
public sealed record RunFacts
{
    public required string HarnessVersion { get; init; }

    /// <summary><c>Reqnroll</c> or <c>SpecFlow</c>.</summary>
    public required string PackageSet { get; init; }

    public required bool Strict { get; init; }

    /// <summary>The machine's name and operating system.</summary>
    public required string Place { get; init; }

    public required string Operator { get; init; }

    public required string IntegrationName { get; init; }

    public required string IntegrationVersion { get; init; }

    /// <summary>The digest of the kill matrix that this version of the harness has to pass, 64 hexadecimal digits; null in a journal that does not have it.</summary>
    public required string? KillMatrix { get; init; }

    /// <summary><see cref="Launched"/> or <see cref="Attached"/>; null in a journal that does not have it.</summary>
    public required string? Reached { get; init; }

    /// <summary>Who did the operations, where that was a person, and whether answers of an earlier run were taken over; or by which mapping its API was asked; null where the integration answered itself.</summary>
    public required string? Driven { get; init; }

    /// <summary>The digest of what is tested; null where none is declared.</summary>
    public required Artefact? Artefact { get; init; }

    /// <summary>The language of the reports for people; null in a journal that does not have it.</summary>
    public required string? Language { get; init; }

    /// <summary>For how many months what the run says may be relied on.</summary>
    public required int ValidMonths { get; init; }
    /// <summary>The id of the key that the package is to be sealed with; null where its issuer is not identified.</summary>
    public string? Issuer { get; init; }

    /// <summary>The harness started the integration.</summary>
    public const string Launched = "launched";

    /// <summary>The integration already ran.</summary>
    public const string Attached = "attached";
}
