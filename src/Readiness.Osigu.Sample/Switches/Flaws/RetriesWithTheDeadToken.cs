using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats a refused call with the refused token. Only the third refusal takes the token away.</summary>
internal sealed class RetriesWithTheDeadToken : ISwitch
{
    private const int Patience = 3;

    public void Install(IServiceCollection services) =>
        services.Wrap<ITokenSource>((inner, _) => new Stubborn(inner));

    private sealed class Stubborn(ITokenSource inner) : ITokenSource
    {
        private readonly Lock gate = new();
        private string refused = "";
        private int times;

        public Task<string> GetAsync(CancellationToken cancel) => inner.GetAsync(cancel);

        public void Discard(string rejected)
        {
            lock (gate)
            {
                times = refused == rejected ? times + 1 : 1;
                refused = rejected;
                if (times >= Patience)
                {
                    inner.Discard(rejected);
                }
            }
        }
    }
}
