using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Fetches a token before each call and keeps none.</summary>
internal sealed class TokenForEveryCall : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<ITokenSource, Always>();

    private sealed class Always(ITokenIssuer issuer) : ITokenSource
    {
        public async Task<string> GetAsync(CancellationToken cancel) => (await issuer.IssueAsync(cancel)).Value;

        public void Discard(string rejected)
        {
            // Nothing is kept, so there is nothing to throw away.
        }
    }
}
