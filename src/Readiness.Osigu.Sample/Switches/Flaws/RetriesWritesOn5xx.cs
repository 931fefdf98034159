using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends every request again that was answered with any 5xx, also one that makes something.</summary>
internal sealed class RetriesWritesOn5xx : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) => RepeatRule.Allows(request, answer, fault) || answer?.StatusCode >= HttpStatusCode.InternalServerError,
    });
}
