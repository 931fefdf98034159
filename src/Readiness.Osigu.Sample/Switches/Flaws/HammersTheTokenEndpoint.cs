using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers a 429 of the token endpoint with the next request, at once, up to forty times.</summary>
internal sealed class HammersTheTokenEndpoint : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<ITokenIssuer, Impatient>();

    private sealed class Impatient(ITokenExchange exchange) : ITokenIssuer
    {
        public async Task<AccessToken> IssueAsync(CancellationToken cancel)
        {
            for (var attempt = 0; attempt < 40; attempt++)
            {
                if (await exchange.AskAsync(cancel) is TokenAnswer.Granted granted)
                {
                    return granted.Token;
                }
            }

            throw new ProviderFault(FaultKind.Busy, 429, null, "no token after forty attempts");
        }
    }
}
