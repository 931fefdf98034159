using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;
using Readiness.Osigu.Sample.Settings.Stores;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Reads the client secret from Vault whenever it asks for a token, which is once an hour, and keeps what webhooks are verified with until it does not match.</summary>
internal sealed class VaultReadForEveryToken : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ReadSecretsFrom<VaultStore>(FromManager.FiveMinutes);
        services.ReadAgainAfterARefusal();
        services.Wrap<ITokenExchange>((inner, all) => new ReadingFirst(inner, all.GetRequiredService<ManagedSecrets>()));
    }

    private sealed class ReadingFirst(ITokenExchange inner, ManagedSecrets secrets) : ITokenExchange
    {
        public Task<TokenAnswer> AskAsync(CancellationToken cancel)
        {
            secrets.ReadAgain();
            return inner.AskAsync(cancel);
        }
    }
}
