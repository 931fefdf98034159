using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells the clerk at once that the provider is busy, and sends nothing again after a 429.</summary>
internal sealed class GivesUpAtOnceWhenBusy : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) => RepeatRule.Allows(request, answer, fault) && answer?.StatusCode is not HttpStatusCode.TooManyRequests,
    });
}
