using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Comes back after half a second when the token endpoint asked for longer.</summary>
internal sealed class ComesBackEarlyForAToken : ISwitch
{
    private static readonly TimeSpan Half = TimeSpan.FromSeconds(0.5);

    public void Install(IServiceCollection services) => services.Wrap<ITokenExchange>((inner, _) => new Hasty(inner));

    private sealed class Hasty(ITokenExchange inner) : ITokenExchange
    {
        public async Task<TokenAnswer> AskAsync(CancellationToken cancel) =>
            await inner.AskAsync(cancel) is var answer && answer is TokenAnswer.Limited { RetryAfter: { } asked } && asked > Half ? new TokenAnswer.Limited(Half) : answer;
    }
}
