using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats a search that found nobody.</summary>
internal sealed class RetriesNotFound : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with
    {
        MayRepeat = (request, answer, fault) =>
            RepeatRule.Allows(request, answer, fault)
            || (answer?.StatusCode is HttpStatusCode.NotFound && request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)),
    });
}
