using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Pauses anything between the base and three times what the pause before could have been, up to four seconds.</summary>
internal sealed class DecorrelatedJitter : ISwitch
{
    private const double Longest = 4;

    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        Delays = retry =>
        {
            var least = rules.FirstDelay.TotalSeconds;
            var pause = least;
            for (var step = 0; step <= retry; step++)
            {
                pause = Math.Min(Longest, least + (Random.Shared.NextDouble() * ((3 * pause) - least)));
            }

            return TimeSpan.FromSeconds(pause);
        },
    });
}
