using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary><c>dispensation.dispense</c>: start and complete, for every code that belongs to what the clerk entered.</summary>
/// <remarks>Completing an insured dispensation makes the provider create the claim, so none is submitted from here.</remarks>
internal sealed class Dispense(
    ICodeChoice codes, BeneficiaryIds beneficiaries, IDispensingApi api, OtpDesk otp, CounterLocks counters, TimeProvider time)
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
                code, () => DispenseOneAsync(code, person, dispensable.SponsorSlug ?? input.Beneficiary?.SponsorSlug, input.OtpCodes, cancel), cancel);
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
        string code, BeneficiaryId? person, string? sponsor, IReadOnlyList<string> otpCodes, CancellationToken cancel)
    {
        try
        {
            var started = await StartAsync(code, person, cancel);
            string? verification = null;
            switch (started.VerificationRequired)
            {
                case null:
                    break;
                case "OTP":
                    verification = await otp.VerifyAsync(person?.Value ?? "", sponsor ?? "", otpCodes, cancel);
                    if (verification is null)
                    {
                        return (null, Outcome.Waiting(Wording.PasswordWanted));
                    }

                    break;
                default:
                    return (null, Outcome.Waiting(Wording.BiometricWanted));
            }

            var completed = await api.CompleteAsync(started.DispensationId, Receipt(started, verification), cancel);
            return (started with { Status = completed.Status }, null);
        }
        catch (ProviderFault fault)
        {
            // One code that cannot be dispensed does not keep the person from getting the others.
            return (null, Wording.Of(fault));
        }
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

    private Receipt Receipt(Dispensation started, string? verification) => new()
    {
        Amount = started.Products.Sum(product => product.Quantity * product.UnitPrice),
        DocumentNumber = $"R-{Guid.CreateVersion7(time.GetUtcNow()):N}",
        DocumentDate = time.GetUtcNow(),
        OtpVerificationToken = verification,
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
