using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends every request again whose connection died, also one that makes something.</summary>
internal sealed class RetriesWritesOnLostConnection : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) => RepeatRule.Allows(request, answer, fault) || fault is HttpRequestException or TimeoutException,
    });
}
