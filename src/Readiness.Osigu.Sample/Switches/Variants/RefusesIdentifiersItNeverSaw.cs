using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Takes a person's identifier only where a search of its own has brought it: nobody knows the coverage of any other.</summary>
internal sealed class RefusesIdentifiersItNeverSaw : ISwitch
{
    public void Install(IServiceCollection services)
    {
        foreach (var operation in new[] { RequestAuthorization.Name, Dispense.Name, SubmitClaim.Name })
        {
            services.WrapOperation(operation, (inner, all) => new AroundOperation((input, cancel) => IsStrange(input, all.GetRequiredService<BeneficiaryBook>())
                ? Task.FromResult(Outcome.Failure("This clinic has not looked that person up. Search for them first."))
                : inner.RunAsync(input, cancel)));
        }
    }

    private static bool IsStrange(JsonElement input, BeneficiaryBook known) =>
        input.TryGetProperty("beneficiary_id", out var id) && id.ValueKind is JsonValueKind.String && known.KeyOf(id.GetString()!) is null;
}
