using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats what was refused like what failed. Only a 401 goes its own way.</summary>
internal sealed class RetriesEveryError : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) =>
            RepeatRule.Allows(request, answer, fault) || (int?)answer?.StatusCode is >= 400 and < 500 and not 401,
    });
}
