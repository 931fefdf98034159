using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Asks for tokens in production with the pair of the sandbox.</summary>
internal sealed class OneCredentialPairForBoth : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeSecrets((own, sandbox) => new SandboxPair(own, sandbox));

    private sealed class SandboxPair(ISecrets own, ISecrets sandbox) : ISecrets
    {
        public string ClientId => sandbox.ClientId;

        public string ClientSecret => sandbox.ClientSecret;

        public IReadOnlyList<string> WebhookSecrets => own.WebhookSecrets;
    }
}
