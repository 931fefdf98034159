using System.Diagnostics;
using Readiness.Configuration;
using Readiness.Running.Profiles;

namespace Readiness.Scenarios.Osigu;

/// <summary>How the bundled sample clinic is launched, driven and attested.</summary>
internal static class OsiguSample
{
    private const string ProductionDriver = "production.driver.url";
    private const string Assembly = "Readiness.Osigu.Sample.dll";
    private const string Statement = "The bundled sample clinic demonstrates the form of a statement.";

    private static readonly string[] Stated = ["OSG-TOKEN-06", "OSG-HOOK-10", "OSG-LOAD-01", "OSG-STATE-02", "OSG-SEC-01"];

    private static readonly IReadOnlyDictionary<string, string> FromVault = new Dictionary<string, string>
    {
        ["secrets.manager"] = "vault",
        ["secrets.rotation.channel"] = "manager",
        ["integration.launch.environment.VAULT_ADDR"] = "{vault.url}",
        ["integration.launch.environment.VAULT_ROLE_ID"] = "{vault.roleId}",
        ["integration.launch.environment.VAULT_SECRET_ID"] = "{vault.secretId}",
        ["integration.launch.environment.VAULT_MOUNT"] = "{vault.mount}",
        ["integration.launch.environment.VAULT_SECRET_PATH"] = "{vault.path}",
    };

    private static readonly IReadOnlyDictionary<string, string> FromAws = new Dictionary<string, string>
    {
        ["secrets.manager"] = "aws",
        ["secrets.rotation.channel"] = "manager",
        ["integration.launch.environment.AWS_ENDPOINT_URL_SECRETS_MANAGER"] = "{aws.url}",
        ["integration.launch.environment.AWS_ACCESS_KEY_ID"] = "{aws.accessKeyId}",
        ["integration.launch.environment.AWS_SECRET_ACCESS_KEY"] = "{aws.secretAccessKey}",
        ["integration.launch.environment.AWS_REGION"] = "{aws.region}",
        ["integration.launch.environment.AWS_SECRET_NAME"] = "{aws.secretId}",
    };

    // A second process of the same program. It lays no source tree down, and knows of the sandbox what a deployment of both is told.
    private static readonly IReadOnlyDictionary<string, string> BesideProduction = new Dictionary<string, string>
    {
        ["production.process"] = "second",
        ["production.launch.environment.OSIGU_ENVIRONMENT"] = "production",
        ["production.launch.environment.CLINIC_REPOSITORY"] = "",
        ["production.launch.environment.SANDBOX_TOKEN_URL"] = "{token.url}",
        ["production.launch.environment.SANDBOX_SECRETS_DIR"] = "{secrets.dir}",
        ["production.launch.environment.SANDBOX_STATE_DIR"] = "{state.dir}",
    };

    private static readonly IReadOnlyDictionary<string, string> ServingProduction = new Dictionary<string, string>
    {
        ["production.process"] = "same",
        [ProductionDriver] = "http://127.0.0.1:{production.port}/driver",
        ["production.webhook.url"] = "http://127.0.0.1:{production.port}/webhooks/osigu",
        ["integration.launch.environment.PRODUCTION_CLINIC_URLS"] = "http://127.0.0.1:{production.port}",
        ["integration.launch.environment.PRODUCTION_OSIGU_ENVIRONMENT"] = "production",
        ["integration.launch.environment.PRODUCTION_OSIGU_API_URL"] = "{production.url}",
        ["integration.launch.environment.PRODUCTION_OSIGU_TOKEN_URL"] = "{production.token.url}",
        ["integration.launch.environment.PRODUCTION_SECRETS_DIR"] = "{production.secrets.dir}",
        ["integration.launch.environment.PRODUCTION_STATE_DIR"] = "{production.state.dir}",
    };

    private static readonly IReadOnlyDictionary<string, string> ReceivesSecurely = new Dictionary<string, string> { ["webhook.ca"] = "{state.dir}/receiver-ca.pem" };

    // What a partner declares of an integration that is built in another way.
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Otherwise = new()
    {
        ["SecretsFromTheEnvironment"] = new Dictionary<string, string>
        {
            ["secrets.rotation.channel"] = "restart",
            ["integration.launch.environment.OSIGU_CLIENT_SECRET"] = "{client.secret}",
            ["integration.launch.environment.OSIGU_WEBHOOK_SECRET"] = "{webhook.secret}",
        },
        ["ReceiverCertificateSelfSigned"] = ReceivesSecurely,
        ["ReceiverLeavesOutTheIntermediate"] = ReceivesSecurely,
        ["ReceiverWithAnIntermediate"] = ReceivesSecurely,
        ["SecretsFromVault"] = FromVault,
        ["SecretsFromAwsSecretsManager"] = FromAws,
        ["VaultReadForEveryToken"] = FromVault,
        ["VaultReadForEveryUse"] = FromVault,
        ["VaultReadForShow"] = FromVault,
        ["VaultReadOnceForEver"] = FromVault,
        ["OneCredentialPairForBoth"] = BesideProduction,
        ["TokenAddressLeftOnTheSandbox"] = BesideProduction,
        ["WebhookSecretsOfBothAccepted"] = BesideProduction,
        ["DatabaseSharedWithProduction"] = BesideProduction,
        ["OneProcessForBothEnvironments"] = ServingProduction,
    };

    private static readonly Lazy<KillMatrix> Matrix = new(() =>
    {
        // Built in, so that the file beside a sample on the disk cannot change what is demanded of it.
        using var list = typeof(OsiguSample).Assembly.GetManifestResourceStream("Readiness.Osigu.Sample.switches.json")!;
        return KillMatrix.Read(list);
    });

    public static KillMatrix KillMatrix => Matrix.Value;

    public static IReadOnlyDictionary<string, string> Configuration(IReadOnlyList<string> switches, DriverKind driver)
    {
        var configuration = Usual(switches);
        foreach (var (key, value) in Driven(driver).Concat(switches.SelectMany(name => Otherwise.GetValueOrDefault(name) ?? new Dictionary<string, string>())))
        {
            configuration[key] = value;
        }

        if (driver == DriverKind.Mapping && configuration.ContainsKey(ProductionDriver))
        {
            configuration[ProductionDriver] = "http://127.0.0.1:{production.port}/api";
        }

        return configuration;
    }

    private static Dictionary<string, string> Driven(DriverKind driver) => driver switch
    {
        DriverKind.Http => new() { ["driver.url"] = "http://127.0.0.1:{integration.port}/driver" },
        DriverKind.Stdio => new() { ["driver.kind"] = "stdio", ["integration.launch.environment.CLINIC_DRIVER"] = "stdio" },
        DriverKind.Mapping => new()
        {
            ["driver.kind"] = "mapping",
            ["driver.url"] = "http://127.0.0.1:{integration.port}/api",
            ["driver.mapping"] = Path.Combine(AppContext.BaseDirectory, "sample", "Counter", "counter-api.mapping.json"),
        },
        _ => throw new UnreachableException($"the sample driven by {driver}"),
    };

    private static BundledProgram Program => BundledProgram.At(Path.Combine(AppContext.BaseDirectory, "sample", Assembly));

    private static Dictionary<string, string> Usual(IReadOnlyList<string> switches) => new([.. Stated.SelectMany(Attestation), .. Arguments()])
    {
        ["integration.name"] = "Sample clinic",
        ["integration.version"] = typeof(OsiguSample).Assembly.GetName().Version!.ToString(3),
        ["integration.artefact"] = Path.Combine(AppContext.BaseDirectory, "sample", Assembly),
        ["integration.launch.command"] = Program.Command,
        ["integration.launch.workingDirectory"] = AppContext.BaseDirectory,
        ["integration.launch.ready"] = "http://127.0.0.1:{integration.port}/health",
        ["integration.launch.environment.CLINIC_URLS"] = "http://127.0.0.1:{integration.port}",
        ["integration.launch.environment.OSIGU_API_URL"] = "{sandbox.url}",
        ["integration.launch.environment.OSIGU_TOKEN_URL"] = "{token.url}",
        ["integration.launch.environment.OSIGU_CA_FILE"] = "{ca.file}",
        ["integration.launch.environment.SECRETS_DIR"] = "{secrets.dir}",
        ["integration.launch.environment.STATE_DIR"] = "{state.dir}",
        ["integration.launch.environment.CLINIC_ALERTS_URL"] = "{alerts.url}",
        ["integration.launch.environment.CLINIC_SWITCHES"] = string.Join(',', switches),
        ["monitoring.alerts"] = "sink",
        // Its rules look back over seconds, so that an alert which does not come costs no minutes.
        ["monitoring.withinSeconds"] = "15",
        ["webhook.url"] = "http://127.0.0.1:{integration.port}/webhooks/osigu",
        ["integration.launch.environment.CLINIC_REPOSITORY"] = "{state.dir}/repository",
        ["secrets.roots.0"] = "{state.dir}/repository",
        ["secrets.rotation.channel"] = "file",
        ["secrets.rotation.withinSeconds"] = "4",
    };

    private static IEnumerable<KeyValuePair<string, string>> Arguments() =>
        Program.Arguments.Select((argument, index) => new KeyValuePair<string, string>($"integration.launch.args.{index}", argument));

    private static IEnumerable<KeyValuePair<string, string>> Attestation(string item) =>
    [
        new($"attestations.{item}.name", "Sample"),
        new($"attestations.{item}.role", "demonstration"),
        new($"attestations.{item}.date", "2026-01-01"),
        new($"attestations.{item}.statement", Statement),
        new($"attestations.{item}.demonstration", "true"),
    ];
}
