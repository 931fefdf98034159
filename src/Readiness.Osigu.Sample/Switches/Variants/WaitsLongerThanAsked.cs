using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Stays away twice as long as asked, at the API and at the token endpoint.</summary>
internal sealed class WaitsLongerThanAsked : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ChangeRetries(rules => rules with { WaitFor = asked => 2 * asked });
        services.Wrap<ITokenExchange>((inner, _) => new Doubled(inner));
    }

    private sealed class Doubled(ITokenExchange inner) : ITokenExchange
    {
        public async Task<TokenAnswer> AskAsync(CancellationToken cancel) => await inner.AskAsync(cancel) switch
        {
            TokenAnswer.Limited { RetryAfter: { } asked } => new TokenAnswer.Limited(2 * asked),
            var answer => answer,
        };
    }
}
