using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Marks a batch as failed when the provider answers 429, and never takes it up again.</summary>
internal sealed class LimitEndsTheBatchForGood : ISwitch
{
    private readonly ConcurrentDictionary<string, bool> failed = new();

    public void Install(IServiceCollection services)
    {
        services.ChangeRetries(rules => rules with
        {
            MayRepeat = (request, answer, fault) => RepeatRule.Allows(request, answer, fault) && answer?.StatusCode is not HttpStatusCode.TooManyRequests,
        });
        services.WrapOperation(DispatchSettlement.Name, (inner, _) => new AroundOperation((input, cancel) => RunAsync(inner, input, cancel)));
    }

    private async Task<Outcome> RunAsync(IOperation inner, JsonElement input, CancellationToken cancel)
    {
        var batch = input.Deserialize<SettlementOrder>(Json.Wire)!.SponsorSlug;
        if (failed.ContainsKey(batch))
        {
            return Outcome.Failure("This settlement has failed. Contact the administrator.");
        }

        try
        {
            return await inner.RunAsync(input, cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.Busy)
        {
            failed[batch] = true;
            throw;
        }
    }
}
