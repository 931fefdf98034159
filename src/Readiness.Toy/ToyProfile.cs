using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Toy.Checks;

namespace Readiness.Toy;

/// <summary>The toy warehouse: credentials in the body of the token request, calls one after the other, error pages in HTML, no webhooks.</summary>
public sealed class ToyProfile : IProviderProfile
{
    public bool IsDefault => true;

    public ProviderChecklist Checklist { get; } = ToyChecklist.Create();

    public IReadOnlyList<ICheck> Checks { get; } = [new CallsAreSequential(), new ErrorPageIsTold()];

    public Disclosure Disclosure { get; } = ToyDisclosure.Create();

    public ProfileVocabulary Vocabulary => new() { Name = Checklist.Profile, Credentials = [new("client.id", IsSecret: false), new("client.secret", IsSecret: true)], Items = [.. Checklist.Items.Select(item => item.Id)], Stated = [.. Checklist.Items.Where(item => item.TakesStatement).Select(item => item.Id)] };

    public IReadOnlyDictionary<string, string> DeskOptions { get; } = new Dictionary<string, string>();

    public KillMatrix KillMatrix { get; } = new(
    [
        new() { Name = "TwoAtOnce", IsFlaw = true, Item = "TOY-SEQ-01", Check = nameof(CallsAreSequential), Where = "Thread pools that nobody bounded." },
        new() { Name = "CrashesOnHtml", IsFlaw = true, Item = "TOY-HTML-01", Check = nameof(ErrorPageIsTold), Where = "Every answer is parsed as JSON." },
        new() { Name = "OneConnectionPerCall", IsFlaw = false, Item = "TOY-SEQ-01", Where = "Clients that close what they opened." },
    ]);

    public IReadOnlyDictionary<string, string> SampleConfiguration(IReadOnlyList<string> switches, DriverKind driver = DriverKind.Http) => new Dictionary<string, string>
    {
        ["integration.name"] = "Toy shop",
        ["integration.version"] = "1.0",
        ["integration.artefact"] = Path.Combine(AppContext.BaseDirectory, "Readiness.Toy.dll"),
        ["integration.launch.command"] = "dotnet",
        ["integration.launch.args.0"] = Path.Combine(AppContext.BaseDirectory, "Readiness.Toy.dll"),
        ["integration.launch.args.1"] = "integration",
        ["integration.launch.workingDirectory"] = AppContext.BaseDirectory,
        ["integration.launch.ready"] = "http://127.0.0.1:{integration.port}/health",
        ["integration.launch.environment.SHOP_URL"] = "http://127.0.0.1:{integration.port}",
        ["integration.launch.environment.WAREHOUSE_URL"] = "{sandbox.url}",
        ["integration.launch.environment.WAREHOUSE_TOKEN_URL"] = "{token.url}",
        ["integration.launch.environment.SECRETS_DIR"] = "{secrets.dir}",
        ["integration.launch.environment.SHOP_SWITCH"] = string.Join(',', switches),
        ["driver.url"] = "http://127.0.0.1:{integration.port}/driver",
    };

    public IProfileSession Open(RunContext context) => new ToySession(context);
}
