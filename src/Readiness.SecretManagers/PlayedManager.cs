using Readiness.Recording;
using Readiness.Sandbox;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;
using Readiness.SecretManagers.Aws;
using Readiness.SecretManagers.Vault;

namespace Readiness.SecretManagers;

/// <summary>A secrets manager at an address of its own, which writes into the journal of the run.</summary>
public sealed class PlayedManager : IAsyncDisposable
{
    private readonly KestrelHost host;
    private readonly IProvider provider;
    private readonly JournalRecorder recorder;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, string> templates;

    /// <param name="name">What the secret is called, such as <c>readiness/acme</c>.</param>
    public PlayedManager(SecretManagerKind kind, string name, JournalRecorder recorder, TimeProvider clock)
    {
        this.recorder = recorder;
        this.clock = clock;
        host = new KestrelHost(clock, "m");
        Secret = new ManagedSecret(name, clock);
        (provider, templates) = kind == SecretManagerKind.Vault ? Vault() : Aws();
        Application = new SandboxApplication(provider, recorder, new FaultPlan(recorder), clock);
    }

    /// <summary>What it keeps. Empty until a first version is written.</summary>
    public ManagedSecret Secret { get; }

    /// <summary>Tells of every exchange, and of the harness's own failures.</summary>
    public SandboxApplication Application { get; }

    /// <summary>How an integration reaches it and identifies itself, by template: <c>vault.url</c>, <c>vault.token</c>, <c>aws.secretId</c>, …</summary>
    public IReadOnlyDictionary<string, string> Templates => templates;

    /// <summary>Starts to listen.</summary>
    /// <param name="publicUrl">Its address as the integration sees it; null where that is the address it listens on.</param>
    /// <exception cref="SandboxListenException">The address cannot be listened on; the message says why and what to do.</exception>
    public async Task<Uri> Start(SandboxListen listen, Uri? publicUrl, CancellationToken cancellation)
    {
        var url = await host.Start(listen, Application, cancellation);
        templates[provider is PlayedVault ? "vault.url" : "aws.url"] = (publicUrl ?? url).ToString().TrimEnd('/');
        return url;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private (IProvider, Dictionary<string, string>) Vault()
    {
        var credentials = VaultCredentials.Mint(recorder.Minted);
        return (new PlayedVault(credentials, Secret, recorder.Minted, clock), new()
        {
            ["vault.token"] = credentials.Token,
            ["vault.roleId"] = credentials.RoleId,
            ["vault.secretId"] = credentials.SecretId,
            ["vault.mount"] = PlayedVault.Mount,
            ["vault.path"] = Secret.Name,
        });
    }

    private (IProvider, Dictionary<string, string>) Aws()
    {
        var credentials = AwsCredentials.Mint(recorder.Minted);
        var manager = new PlayedSecretsManager(credentials, Secret, recorder.Minted, clock);
        return (manager, new()
        {
            ["aws.accessKeyId"] = credentials.AccessKeyId,
            ["aws.secretAccessKey"] = credentials.SecretAccessKey,
            ["aws.region"] = credentials.Region,
            ["aws.secretId"] = Secret.Name,
            ["aws.secretArn"] = manager.SecretArn,
        });
    }
}
