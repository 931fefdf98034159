using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Shows a request as approved while the sponsor is still thinking.</summary>
internal sealed class PendingShownAsApproved : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.WrapOperation(RequestAuthorization.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
            Approved(await inner.RunAsync(input, cancel), outcome => outcome.Message is Wording.WaitingForSponsor)));
        services.WrapOperation(ShowAuthorization.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
            Approved(await inner.RunAsync(input, cancel), outcome => (string?)outcome.Result?["status"] is "pending")));
    }

    private static Outcome Approved(Outcome outcome, Func<Outcome, bool> isPending)
    {
        if (!isPending(outcome))
        {
            return outcome;
        }

        var result = outcome.Result!.DeepClone().AsObject();
        result["status"] = "approved";
        foreach (var one in result["authorizations"]?.AsArray() ?? [])
        {
            one!.AsObject()["status"] = JsonValue.Create("APPROVED");
        }

        return Outcome.Success(result);
    }
}
