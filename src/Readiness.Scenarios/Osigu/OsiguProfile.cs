using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Configuration;
using Readiness.Drivers.Manual;
using Readiness.Osigu;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Scenarios.Osigu;

/// <summary>The Osigu profile: checklist, checks, sandbox, and how the bundled sample is certified.</summary>
public sealed class OsiguProfile : IProviderProfile
{
    public bool IsDefault => true;

    public ProviderChecklist Checklist { get; } = OsiguChecklist.Create();

    public IReadOnlyList<ICheck> Checks => OsiguChecks.All;

    public IReadOnlyList<CapabilityUse> CapabilityUses => OsiguCapabilities.Uses;

    public Disclosure Disclosure { get; } = OsiguDisclosure.Create();

    public ProfileVocabulary Vocabulary => new()
    {
        Name = Checklist.Profile,
        Options = OsiguVocabulary.Options,
        Capabilities = ["settlement", "prescription", "asynchronous", "otp", "biometric"],
        Credentials = [new("client.id", IsSecret: false), new("client.secret", IsSecret: true), new("webhook.secret", IsSecret: true, ForWebhooks: true)],
        Items = [.. Checklist.Items.Select(item => item.Id)],
        Stated = [.. Checklist.Items.Where(item => item.TakesStatement).Select(item => item.Id)],
        Operations = OsiguVocabulary.Operations,
        ProductionHosts = ["api.osigu.com"],
        SandboxHosts = ["sandbox.osigu.com"],
    };

    public TrafficVocabulary Traffic => OsiguTraffic.Vocabulary;

    public KillMatrix KillMatrix => OsiguSample.KillMatrix;

    public IReadOnlyDictionary<string, string> SampleConfiguration(IReadOnlyList<string> switches, DriverKind driver = DriverKind.Http) => OsiguSample.Configuration(switches, driver);

    public IReadOnlyDictionary<string, string> DeskOptions { get; } = new Dictionary<string, string> { ["limits.enforce"] = "true", ["token.basicOnly"] = "true" };

    public IReadOnlyList<ManualOperation> ManualOperations => OsiguManual.Operations;

    public IProfileSession Open(RunContext context) => new OsiguSession(context);
}
