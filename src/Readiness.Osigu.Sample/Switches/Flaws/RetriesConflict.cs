using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Starts a dispensation again after being told that the code was used.</summary>
internal sealed class RetriesConflict : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) =>
            RepeatRule.Allows(request, answer, fault)
            || (answer?.StatusCode is HttpStatusCode.Conflict && request.RequestUri!.AbsolutePath.EndsWith("/dispensations", StringComparison.Ordinal)),
    });
}
