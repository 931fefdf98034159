using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats a refused call with the refused token. Only a slow clean-up, five seconds later, takes the token away.</summary>
internal sealed class RetriesWithTheDeadToken : ISwitch
{
    private static readonly TimeSpan CleanUp = TimeSpan.FromSeconds(5);

    public void Install(IServiceCollection services) =>
        services.Wrap<ITokenSource>((inner, all) => new Slow(inner, all.GetRequiredService<TimeProvider>()));

    private sealed class Slow(ITokenSource inner, TimeProvider time) : ITokenSource
    {
        private readonly Lock gate = new();
        private (string Token, DateTimeOffset Since) refused = ("", DateTimeOffset.MinValue);

        public Task<string> GetAsync(CancellationToken cancel) => inner.GetAsync(cancel);

        public void Discard(string rejected)
        {
            lock (gate)
            {
                if (refused.Token != rejected)
                {
                    refused = (rejected, time.GetUtcNow());
                }
                else if (time.GetUtcNow() - refused.Since >= CleanUp)
                {
                    inner.Discard(rejected);
                }
            }
        }
    }
}
