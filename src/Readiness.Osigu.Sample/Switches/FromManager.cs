using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Readiness.Osigu.Sample.Provider.Tokens;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Settings.Stores;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Has the clinic read its secrets from a manager in place of mounted files.</summary>
internal static class FromManager
{
    public static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    /// <param name="keeping">How long a value serves.</param>
    public static void ReadSecretsFrom<TStore>(this IServiceCollection services, TimeSpan keeping)
        where TStore : class, ISecretStore => services
            .AddSingleton<ISecretStore, TStore>()
            .AddSingleton(all => new ManagedSecrets(all.GetRequiredService<ISecretStore>(), all.GetRequiredService<TimeProvider>(), keeping))
            .Replace(ServiceDescriptor.Singleton<ISecrets>(all => all.GetRequiredService<ManagedSecrets>()));

    /// <summary>A refused token request, and a signature that does not match, have the values read again, and are tried once more with others.</summary>
    public static void ReadAgainAfterARefusal(this IServiceCollection services)
    {
        services.Wrap<ITokenExchange>((inner, all) => new Retrying(inner, all.GetRequiredService<ManagedSecrets>()));
        services.Wrap<ISignatureCheck>((inner, all) => new AroundSignature((header, body) =>
            inner.Accepts(header, body) || (header is not null && all.GetRequiredService<ManagedSecrets>().ReadAgain() && inner.Accepts(header, body))));
    }

    private sealed class Retrying(ITokenExchange inner, ManagedSecrets secrets) : ITokenExchange
    {
        public async Task<TokenAnswer> AskAsync(CancellationToken cancel) =>
            await inner.AskAsync(cancel) is var answer && answer is TokenAnswer.Refused { Status: 401 } && secrets.ReadAgain() ? await inner.AskAsync(cancel) : answer;
    }
}
