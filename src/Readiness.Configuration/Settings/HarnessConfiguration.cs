using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>The configuration of one run, complete and checked.</summary>
public sealed record HarnessConfiguration
{
    /// <summary>The chosen profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>The hosts of every known provider.</summary>
    public required ProviderHosts Hosts { get; init; }

    public required Pace Pace { get; init; }

    /// <summary>Whether failed items of level contract block.</summary>
    public required bool Strict { get; init; }

    /// <summary>Who ran it; null where nobody is named.</summary>
    public required string? Operator { get; init; }

    public required IntegrationSettings Integration { get; init; }

    public required DriverSettings Driver { get; init; }

    public required WebhookSettings Webhook { get; init; }

    public required SecretSettings Secrets { get; init; }

    public required SandboxSettings Sandbox { get; init; }

    /// <summary>The secrets manager that is played; null where none is declared.</summary>
    public required SecretManagerSettings? SecretManager { get; init; }

    /// <summary>How the integration runs against a second sandbox, which plays production; null where none is declared.</summary>
    public required ProductionSettings? Production { get; init; }

    /// <summary>How the integration's alerts reach the harness; null where no way is declared.</summary>
    public required MonitoringSettings? Monitoring { get; init; }

    /// <summary>What was declared, by the capability's name in the profile's spelling; the others count as used.</summary>
    public required IReadOnlyDictionary<string, CapabilityDeclaration> Capabilities { get; init; }

    public required IReadOnlyDictionary<ItemId, Attestation> Attestations { get; init; }

    public required IReadOnlyDictionary<ItemId, Waiver> Waivers { get; init; }

    /// <summary>What may be waived, and how old a statement may be; null where no policy is named: then nothing may.</summary>
    public required WaiverPolicy? Policy { get; init; }

    /// <summary>The folder that gets one folder a run: a full path, which exists or can be created.</summary>
    public required string ReportsDirectory { get; init; }

    /// <summary>Whether <c>allure-report.html</c> is made of the results.</summary>
    public required bool MakesAllureReport { get; init; }

    /// <summary>Whether the sealed package is made.</summary>
    public required bool MakesPackage { get; init; }

    public required ReportSettings Reports { get; init; }

    /// <summary>What the package is sealed with.</summary>
    public required SealSettings Seal { get; init; }

    public required MailSettings Mail { get; init; }

    public required RunSettings Run { get; init; }
}
