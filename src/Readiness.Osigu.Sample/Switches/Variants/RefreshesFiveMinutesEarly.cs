using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Renews five minutes before expiry, or at half of a shorter life.</summary>
internal sealed class RefreshesFiveMinutesEarly : ISwitch
{
    public void Install(IServiceCollection services) => services.Swap<IRenewalSchedule, FiveMinutesEarly>();

    private sealed class FiveMinutesEarly : IRenewalSchedule
    {
        private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

        public TimeSpan RenewAfter(TimeSpan lifetime) => lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2;
    }
}
