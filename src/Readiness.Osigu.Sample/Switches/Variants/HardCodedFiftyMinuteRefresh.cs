using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Renews after fifty minutes, as the guide says in words, and recovers from a 401 where a token lives shorter.</summary>
internal sealed class HardCodedFiftyMinuteRefresh : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Swap<IRenewalSchedule, FiftyMinutes>();
        services.Wrap<ITokenIssuer>((inner, _) => new LifeNotRead(inner));
    }

    private sealed class FiftyMinutes : IRenewalSchedule
    {
        public TimeSpan RenewAfter(TimeSpan lifetime) => TimeSpan.FromMinutes(50);
    }

    private sealed class LifeNotRead(ITokenIssuer inner) : ITokenIssuer
    {
        public async Task<AccessToken> IssueAsync(CancellationToken cancel) =>
            await inner.IssueAsync(cancel) with { Lifetime = TimeSpan.FromHours(1) };
    }
}
