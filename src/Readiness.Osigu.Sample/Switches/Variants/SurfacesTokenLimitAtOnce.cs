using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells the clerk at the first 429 of the token endpoint, however short the wait would be.</summary>
internal sealed class SurfacesTokenLimitAtOnce : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<ITokenIssuer, OneAttempt>();

    private sealed class OneAttempt(ITokenExchange exchange, TimeProvider time) : ITokenIssuer
    {
        private DateTimeOffset closedUntil = DateTimeOffset.MinValue;

        public async Task<AccessToken> IssueAsync(CancellationToken cancel)
        {
            var answer = time.GetUtcNow() < closedUntil ? new TokenAnswer.Limited(null) : await exchange.AskAsync(cancel);
            switch (answer)
            {
                case TokenAnswer.Granted granted:
                    return granted.Token;
                case TokenAnswer.Limited { RetryAfter: { } asked }:
                    closedUntil = time.GetUtcNow() + asked;
                    break;
                case TokenAnswer.Limited when time.GetUtcNow() >= closedUntil:
                    closedUntil = time.GetUtcNow() + TimeSpan.FromSeconds(10);
                    break;
            }

            throw answer is TokenAnswer.Limited
                ? new ProviderFault(FaultKind.Busy, 429, null, "the token endpoint asked this clinic to wait")
                : new ProviderFault(FaultKind.Outage, null, null, "no token was granted");
        }
    }
}
