using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary><c>dispensation.dispense</c>: start and complete, for every code that belongs to what the clerk entered.</summary>
/// <remarks>Completing an insured dispensation makes the provider create the claim, so none is submitted from here.</remarks>
internal sealed class Dispense(
    ICodeChoice codes, BeneficiaryIds beneficiaries, IDispensingApi api, IVerification verification, OpenDispensationBook open, CounterLocks counters, TimeProvider time)
    : Operation<DispensingOrder>
{
    public const string Name = "dispensation.dispense";

    protected override async Task<Outcome> RunAsync(DispensingOrder input, CancellationToken cancel)
    {
        var dispensable = codes.Choose(input);
        if (dispensable.Refusal is { } refusal)
        {
            return refusal;
        }

        var person = await beneficiaries.OfAsync(input.Beneficiary, input.BeneficiaryId ?? OwnerUnlessGiven(input, dispensable), cancel);
        var done = new List<Dispensation>();
        Outcome? worst = null;
        foreach (var code in dispensable.Codes)
        {
            var (dispensation, problem) = await counters.OneAtATimeAsync(
                code, () => DispenseOneAsync(code, person, dispensable.SponsorSlug ?? input.Beneficiary?.SponsorSlug, input, cancel), cancel);
            if (dispensation is not null)
            {
                done.Add(dispensation);
            }

            worst = Worse(worst, problem);
        }

        var result = new
        {
            done.FirstOrDefault()?.DispensationId,
            Status = done.FirstOrDefault()?.Status ?? "NOT_DISPENSED",
            Products = done.SelectMany(one => one.Products).Select(one => new { one.ProductCode, one.Quantity }),
            Dispensations = done,
        };
        return worst is null ? Outcome.Success(result) : worst with { Result = Json.ToShown(result) };
    }

    private async Task<(Dispensation? Done, Outcome? Problem)> DispenseOneAsync(
        string code, BeneficiaryId? person, string? sponsor, DispensingOrder input, CancellationToken cancel)
    {
        try
        {
            var started = await ContinueAsync(code, cancel) ?? await StartAsync(code, person, cancel);
            var verified = new Verifying(started.DispensationId, person?.Value ?? "", sponsor ?? "", input.OtpCodes, input.BiometricSample);
            var (proof, waiting) = await verification.VerifyAsync(started.VerificationRequired, verified, cancel);
            if (waiting is not null)
            {
                open.Save(code, started.DispensationId);
                return (null, waiting);
            }

            var completed = await api.CompleteAsync(started.DispensationId, Receipt(started, proof), cancel);
            open.Forget(code);
            return (started with { Status = completed.Status }, null);
        }
        catch (ProviderFault fault)
        {
            // One code that cannot be dispensed does not keep the person from getting the others.
            return (null, Wording.Of(fault));
        }
    }

    /// <summary>The dispensation that waits for the person to be verified, if the provider still has it.</summary>
    private async Task<Dispensation?> ContinueAsync(string code, CancellationToken cancel)
    {
        if (open.Find(code) is not { } dispensationId)
        {
            return null;
        }

        if (await api.ReadAsync(dispensationId, cancel) is { Status: Dispensation.Started } started)
        {
            return started;
        }

        open.Forget(code);
        return null;
    }

    private async Task<Dispensation> StartAsync(string code, BeneficiaryId? person, CancellationToken cancel)
    {
        try
        {
            return await api.StartAsync(code, person?.Value, cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound && person is not null)
        {
            var renewed = await beneficiaries.RenewAsync(person, cancel);
            if (renewed is null)
            {
                throw;
            }

            return await api.StartAsync(code, renewed.Value, cancel);
        }
    }

    private Receipt Receipt(Dispensation started, ExternalVerification? proof) => new()
    {
        Amount = started.Products.Sum(product => product.Quantity * product.UnitPrice),
        DocumentNumber = $"R-{Guid.CreateVersion7(time.GetUtcNow()):N}",
        DocumentDate = time.GetUtcNow(),
        ExternalVerifications = proof is null ? null : [proof],
    };

    /// <summary>What the clerk entered about the person wins over the clinic's records.</summary>
    private static string? OwnerUnlessGiven(DispensingOrder input, Dispensable dispensable) =>
        input.Beneficiary is null ? dispensable.BeneficiaryId : null;

    /// <summary>What is not known is worse than what failed, and that than what waits.</summary>
    private static Outcome? Worse(Outcome? one, Outcome? other) => Rank(other) > Rank(one) ? other : one;

    private static int Rank(Outcome? outcome) => outcome?.Word switch
    {
        null => 0,
        Outcome.Pending => 1,
        Outcome.Failed => 2,
        _ => 3,
    };
}
