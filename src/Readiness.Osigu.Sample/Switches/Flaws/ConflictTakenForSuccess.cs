using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes "already used" for "already done by us", completes what it finds and hands out the goods.</summary>
internal sealed class ConflictTakenForSuccess : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(Dispense.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome.Error?.Status is not 409)
            {
                return outcome;
            }

            var code = input.Deserialize<DispensingOrder>(Json.Wire)?.Code ?? "";
            var found = await CompleteWhatIsThereAsync(all.GetRequiredService<IDispensingApi>(), code, all.GetRequiredService<TimeProvider>(), cancel);
            return Outcome.Success(new { DispensationId = found?.DispensationId ?? "done-before", Status = Dispensation.Completed, Products = found?.Products ?? [] });
        }));

    private static async Task<Dispensation?> CompleteWhatIsThereAsync(IDispensingApi api, string code, TimeProvider time, CancellationToken cancel)
    {
        try
        {
            var found = await api.FindByCodeAsync(code, cancel);
            await api.CompleteAsync(
                found?.DispensationId ?? code, new Receipt { Amount = 0, DocumentNumber = "R-0", DocumentDate = time.GetUtcNow() }, cancel);
            return found;
        }
        catch (ProviderFault)
        {
            // Whatever the provider says now, the goods are handed out.
            return null;
        }
    }
}
