using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes the 3600 seconds of a token's life for milliseconds.</summary>
internal sealed class ExpiresInReadAsMilliseconds : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ITokenIssuer>((inner, _) => new ShortLives(inner));

    private sealed class ShortLives(ITokenIssuer inner) : ITokenIssuer
    {
        public async Task<AccessToken> IssueAsync(CancellationToken cancel)
        {
            var token = await inner.IssueAsync(cancel);
            return token with { Lifetime = token.Lifetime / 1000 };
        }
    }
}
