using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends a refused token again, and again, until the process is restarted.</summary>
internal sealed class RetriesWithTheDeadToken : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ITokenSource>((inner, _) => new Faithful(inner));

    private sealed class Faithful(ITokenSource inner) : ITokenSource
    {
        public Task<string> GetAsync(CancellationToken cancel) => inner.GetAsync(cancel);

        public void Discard(string rejected)
        {
            // The flaw: what was refused is kept.
        }
    }
}
