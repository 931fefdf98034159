using System.Globalization;
using Readiness.Checklist;
using Readiness.Configuration.Mapping;

namespace Readiness.Configuration;

/// <summary>Turns settings that were found valid into the typed configuration.</summary>
internal sealed class ConfigurationTyping(EffectiveSettings settings, ProfileVocabulary profile, ProviderHosts hosts, string directory, string fileFolder, WaiverPolicy? policy, DriverMapping? mapping)
{
    private static readonly IReadOnlyList<string> ReportLanguages = ConfigurationKeys.All.Single(key => key.Path == "reports.language").Choices;
    private static readonly string[] Symptoms = ["tokenFailures", "webhookErrors", "stalls"];

    /// <summary>A person has to walk to another screen, type, and read.</summary>
    private static readonly TimeSpan ForAPerson = TimeSpan.FromMinutes(10);

    public HarnessConfiguration Read() => new()
    {
        Profile = profile.Name,
        Hosts = hosts,
        Pace = Choice<Pace>("pace"),
        Strict = settings.IsTrue("strict"),
        Operator = settings.Text("operator"),
        Integration = Integration(),
        Driver = new()
        {
            Kind = Choice<DriverKind>("driver.kind"),
            Url = settings.Text("driver.url"),
            Mapping = mapping,
            Headers = settings.Map("driver.headers"),
            Concurrency = IsManual ? 1 : Number("driver.concurrency"),
            Answers = InFolder("driver.answers"),
            Record = InFolder("driver.record"),
            Timeout = IsManual && !settings.IsGiven("driver.timeoutSeconds") ? ForAPerson : TimeSpan.FromSeconds(Number("driver.timeoutSeconds")),
        },
        Webhook = new()
        {
            Url = settings.Text("webhook.url"),
            AuthorityFile = settings.Text(WebhookAuthorities.Key) is { } authorities ? SecretRoots.Full(authorities, fileFolder) : null,
            AcceptOtherRejections = settings.IsTrue("webhook.acceptOtherRejections"),
        },
        Secrets = new()
        {
            Roots = [.. settings.List(SecretRoots.Key).Select(root => SecretRoots.Full(root, fileFolder))],
            Base = Path.GetFullPath(fileFolder),
            Allow = settings.Text(SecretRoots.AllowKey) is { } allow ? Path.GetFullPath(Path.Combine(fileFolder, allow)) : null,
            Rotation = settings.Text("secrets.rotation.channel") is null
                ? null
                : new() { Channel = Choice<RotationChannel>("secrets.rotation.channel"), Within = TimeSpan.FromSeconds(Number("secrets.rotation.withinSeconds")) },
        },
        Sandbox = new()
        {
            Listen = new(Required("sandbox.listen")),
            PublicUrl = settings.Text("sandbox.publicUrl") is { } url ? new(url) : null,
            Mappings = settings.Text(MappingFolder.Key) is { } mappings ? Path.GetFullPath(Path.Combine(fileFolder, mappings)) : null,
            AuthorityDirectory = settings.Text("sandbox.caDirectory") is { } folder ? Path.GetFullPath(Path.Combine(fileFolder, folder)) : null,
            Options = profile.Options
                .Select(option => (option.Path, Value: settings.Text($"sandbox.options.{option.Path}")))
                .Where(option => option.Value is not null)
                .ToDictionary(option => option.Path, option => option.Value!),
        },
        SecretManager = settings.Text("secrets.manager") is null
            ? null
            : new()
            {
                Manager = Choice<SecretManagerChoice>("secrets.manager"),
                Listen = new(Required("secrets.managerListen")),
                PublicUrl = settings.Text("secrets.managerPublicUrl") is { } managerUrl ? new(managerUrl) : null,
                ReadsPerMinute = Number("secrets.readsPerMinute"),
            },
        Production = ProductionContradictions.IsDeclared(settings) ? Production() : null,
        Monitoring = settings.Text("monitoring.alerts") is null ? null : new()
        {
            Alerts = Choice<MonitoringWay>("monitoring.alerts"),
            Url = settings.Text("monitoring.url") is { } asked ? new(asked) : null,
            Within = TimeSpan.FromSeconds(Number("monitoring.withinSeconds")),
            Symptoms = Symptoms.ToDictionary(symptom => symptom, symptom => settings.List($"monitoring.symptoms.{symptom}")),
            Metrics = settings.List("monitoring.metrics"),
        },
        Capabilities = profile.Capabilities
            .Where(name => settings.IsGiven($"capabilities.{name}"))
            .ToDictionary(name => name, name => new CapabilityDeclaration(settings.IsTrue($"capabilities.{name}.used"), settings.Text($"capabilities.{name}.reason"))),
        Attestations = Declared("attestations", (section, _) => new Attestation
        {
            Name = Required($"{section}.name"),
            Role = Required($"{section}.role"),
            Date = Date($"{section}.date"),
            Statement = Required($"{section}.statement"),
            Expires = settings.Text($"{section}.expires") is null ? null : Date($"{section}.expires"),
            Evidence = EvidenceFiles.Of(settings, section, fileFolder),
            Demonstration = settings.IsTrue($"{section}.demonstration"),
        }),
        Policy = policy,
        Waivers = Declared("waivers", (section, item) => new Waiver
        {
            Approver = Required($"{section}.approver"),
            Role = Required($"{section}.role"),
            Reason = Required($"{section}.reason"),
            Date = Date($"{section}.date"),
            Expires = Date($"{section}.expires"),
            Evidence = EvidenceFiles.Of(settings, section, fileFolder),
            Allowed = policy?.Waivable.ContainsKey(item) == true,
        }),
        ReportsDirectory = FullPath(Required("reports.directory")),
        MakesAllureReport = settings.IsTrue("reports.allure"),
        MakesPackage = settings.IsTrue("reports.package"),
        Reports = new()
        {
            Language = ReportLanguages.Single(language => string.Equals(language, Required("reports.language"), StringComparison.OrdinalIgnoreCase)),
            ValidMonths = Number("reports.validMonths"),
        },
        Seal = new() { Key = CredentialReference.Parse(settings.Text("seal.key") ?? "")?.From(fileFolder), Nonce = settings.Text("seal.nonce") },
        Mail = new() { MaxMegabytes = Number("mail.maxMegabytes") },
        Run = new()
        {
            Keep = settings.IsTrue("run.keep"),
            Budget = settings.Text("run.maxMinutes") is null ? null : TimeSpan.FromMinutes(Number("run.maxMinutes")),
            Items = [.. settings.List("run.items").SelectMany(text => ItemNames.Matching(text, profile.Items)).Distinct()],
            Tags = settings.Text("run.tags"),
            Failed = settings.IsTrue("run.failed"),
        },
    };

    private bool IsManual => Choice<DriverKind>("driver.kind") == DriverKind.Manual;

    private string? InFolder(string key) => settings.Text(key) is { } path ? Path.GetFullPath(Path.Combine(fileFolder, path)) : null;

    private IntegrationSettings Integration() => new()
    {
        Name = Required("integration.name"),
        Version = settings.Text("integration.version"),
        Artefact = settings.Text(ArtefactPath.Key) is { } artefact ? Artefact(artefact) : null,
        Processes = Number("integration.processes"),
        Port = Number("integration.port"),
        Launch = settings.IsMentioned(AttachContradictions.Attach) ? null : Launch(),
        Attach = settings.IsMentioned(AttachContradictions.Attach) ? Attach() : null,
        Credentials = CredentialCheck.Of(settings, profile, fileFolder),
        Harmless = settings.Map(HarmlessNames.Section),
    };

    // Where it lies on this machine is nobody's business who reads the certificate.
    private ArtefactSettings Artefact(string written) =>
        new(Path.IsPathRooted(written) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(written)) : written, Path.GetFullPath(Path.Combine(fileFolder, written)));

    private AttachSettings Attach() => new()
    {
        Ready = settings.Text("integration.attach.ready"),
        ReadyTimeout = TimeSpan.FromSeconds(Number("integration.attach.readyTimeoutSeconds", 60)),
        RestartCommand = settings.Text(AttachContradictions.RestartCommand) is not { } command ? null : new()
        {
            Command = command,
            Args = settings.List("integration.attach.restart.args"),
            WorkingDirectory = FullPath(settings.Text("integration.attach.restart.workingDirectory") ?? "."),
            Environment = settings.Map("integration.attach.restart.environment"),
        },
        RestartByPrompt = settings.IsTrue("integration.attach.restart.prompt"),
        RestartTimeout = TimeSpan.FromSeconds(Number("integration.attach.restart.timeoutSeconds", 120)),
    };

    private LaunchSettings Launch() => new()
    {
        Command = Required("integration.launch.command"),
        Args = settings.List("integration.launch.args"),
        WorkingDirectory = FullPath(settings.Text("integration.launch.workingDirectory") ?? "."),
        Environment = settings.Map("integration.launch.environment"),
        Ready = settings.Text("integration.launch.ready"),
        ReadyTimeout = TimeSpan.FromSeconds(Number("integration.launch.readyTimeoutSeconds")),
    };

    private ProductionSettings Production()
    {
        var second = Choice<ProductionProcess>(ProductionContradictions.Process) == ProductionProcess.Second;
        return new()
        {
            Port = Number("production.port"),
            Launch = second ? ProductionLaunch() : null,
            DriverUrl = ProductionContradictions.Url(settings, "production.driver.url", "driver.url"),
            WebhookUrl = second ? ProductionContradictions.Url(settings, "production.webhook.url", "webhook.url") : settings.Text("production.webhook.url"),
            Listen = new(Required("production.listen")),
            PublicUrl = settings.Text("production.publicUrl") is { } url ? new(url) : null,
        };
    }

    private LaunchSettings ProductionLaunch() => Launch() with
    {
        Args = ProductionContradictions.Arguments(settings),
        Environment = ProductionContradictions.Environment(settings),
        Ready = ProductionContradictions.Url(settings, "production.launch.ready", "integration.launch.ready"),
    };

    private Dictionary<ItemId, T> Declared<T>(string section, Func<string, ItemId, T> read) => profile.Items
        .Where(item => settings.IsGiven($"{section}.{item}"))
        .ToDictionary(item => item, item => read($"{section}.{item}", item));

    private string Required(string key) => settings.Text(key) ?? throw new InvalidOperationException($"{key} was found valid and has no value.");

    private int Number(string key) => int.Parse(Required(key), CultureInfo.InvariantCulture);

    private int Number(string key, int otherwise) => settings.Text(key) is null ? otherwise : Number(key);

    private DateOnly Date(string key) => DateOnly.ParseExact(Required(key), TypeCheck.DateFormat, CultureInfo.InvariantCulture);

    private T Choice<T>(string key)
        where T : struct, Enum => Enum.Parse<T>(Required(key), ignoreCase: true);

    private string FullPath(string path) => Path.GetFullPath(Path.Combine(directory, path));
}
