using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Throws away whichever token is there when a call is refused, also one that is newer than the refused one.</summary>
internal sealed class ThrowsAwayTheNewerToken : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ITokenSource>((inner, _) => new Careless(inner));

    private sealed class Careless(ITokenSource inner) : ITokenSource
    {
        private volatile string latest = "";

        public async Task<string> GetAsync(CancellationToken cancel) => latest = await inner.GetAsync(cancel);

        public void Discard(string rejected) => inner.Discard(latest);
    }
}
