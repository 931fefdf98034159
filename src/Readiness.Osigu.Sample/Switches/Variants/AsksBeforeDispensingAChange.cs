using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Shows a change of the sponsor to the clerk once, who confirms it by dispensing again.</summary>
internal sealed class AsksBeforeDispensingAChange : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var unconfirmed = new ConcurrentDictionary<string, bool>();
        services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
        {
            if (decision.Status is null)
            {
                unconfirmed[decision.AuthorizationRequestId] = true;
            }

            return decision;
        }));
        services.WrapOperation(Dispense.Name, (inner, all) => new AroundOperation((input, cancel) =>
            input.Deserialize<DispensingOrder>(Json.Wire)?.AuthorizationRequestId is { } request && unconfirmed.TryRemove(request, out bool _)
                ? Task.FromResult(Outcome.Waiting("The sponsor changed this authorization. Look at it, and dispense again to confirm."))
                : inner.RunAsync(input, cancel)));
    }
}
