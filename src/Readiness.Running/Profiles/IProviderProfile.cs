using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Configuration;
using Readiness.Drivers.Manual;
using Readiness.Recording;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Running.Profiles;

/// <summary>Everything that is known of one provider: its checklist and checks, its sandbox, its defaults. Found by reflection in the features assembly.</summary>
public interface IProviderProfile
{
    /// <summary>True for the profile that is taken where nothing names one.</summary>
    bool IsDefault { get; }

    ProviderChecklist Checklist { get; }

    IReadOnlyList<ICheck> Checks { get; }

    /// <summary>How the traffic shows that an optional capability is used; none where the provider has none.</summary>
    IReadOnlyList<CapabilityUse> CapabilityUses => [];

    /// <summary>What of the provider's traffic stays readable in evidence.</summary>
    Disclosure Disclosure { get; }

    /// <summary>What has to be known of the provider to tell how its traffic behaves.</summary>
    TrafficVocabulary Traffic => new();

    /// <summary>What the configuration may say of this profile.</summary>
    ProfileVocabulary Vocabulary { get; }

    /// <summary>What a certification has to say of the bundled sample integration with each of its switches.</summary>
    KillMatrix KillMatrix { get; }

    /// <summary>The configuration that certifies the bundled sample integration.</summary>
    /// <param name="switches">Names of the sample's switches to turn on; empty for the sample as it is.</param>
    /// <param name="driver">How the sample is driven.</param>
    IReadOnlyDictionary<string, string> SampleConfiguration(IReadOnlyList<string> switches, DriverKind driver = DriverKind.Http);

    /// <summary>Options that hold where the sandbox is played alone for a developer: limits are enforced.</summary>
    IReadOnlyDictionary<string, string> DeskOptions { get; }

    /// <summary>The operations in a clerk's words, for integrations that a person drives; what is not among them is shown by its name.</summary>
    IReadOnlyList<ManualOperation> ManualOperations => [];

    /// <summary>Opens the provider's side of one run: credentials, sandbox behaviour, events.</summary>
    IProfileSession Open(RunContext context);
}
