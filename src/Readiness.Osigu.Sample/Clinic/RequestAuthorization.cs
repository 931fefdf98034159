using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Monitoring;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary><c>authorization.request</c>: find the person, check the coverage, initiate, attach, complete.</summary>
internal sealed class RequestAuthorization(
    IBeneficiarySearch search, ICoverageRule coverage, BeneficiaryBook beneficiaries,
    ISponsorApi sponsors, IAuthorizationApi api, AuthorizationBook book, IOpenRequests open, IVerification verification,
    ClinicMetrics metrics)
    : Operation<AuthorizationOrder>
{
    public const string Name = "authorization.request";

    protected override async Task<Outcome> RunAsync(AuthorizationOrder input, CancellationToken cancel)
    {
        if (input.Sponsor is not { } sponsor || input.Products.Count == 0 || input.DiagnosisCode is null)
        {
            return Outcome.Failure("The order needs a sponsor, a diagnosis and at least one product.");
        }

        var beneficiary = await IdentifyAsync(input, cancel);
        if (beneficiary is null)
        {
            return Outcome.Failure("The order names no person.");
        }

        if (beneficiary is { Found: { } found } && !coverage.IsCovered(found))
        {
            return Outcome.Failure(Wording.NotCovered, new OutcomeError(200, "coverage_inactive"));
        }

        var order = Order(input, sponsor, beneficiary.Id);
        var rules = await SponsorRules.ReadAsync(sponsors, sponsor, order.Products, cancel);
        return rules.MissingIn(order) is { Count: > 0 } missing
            ? Outcome.Failure($"The sponsor also wants: {string.Join(", ", missing)}.")
            : await RequestAsync(input, order, rules, cancel);
    }

    private async Task<Outcome> RequestAsync(AuthorizationOrder input, Initiation order, SponsorRules rules, CancellationToken cancel)
    {
        var key = AuthorizationOrder.KeyOf(order);
        var state = await ContinueAsync(key, cancel);
        if (state is { Status: AuthorizationStatus.PendingIndication } && rules.IndicationRequired && input.Indication is null)
        {
            // Asking again without the document would bring the same answer.
            return Describe(state.AuthorizationRequestId);
        }

        if (state is null or { Status: AuthorizationStatus.PendingIndication })
        {
            var requestId = state?.AuthorizationRequestId ?? await InitiateAsync(order, key, cancel);
            var person = new Verifying(requestId, order.BeneficiaryId, order.SponsorSlug, input.OtpCodes, input.BiometricSample);
            var (proof, waiting) = await verification.VerifyAsync(rules.Verification, person, cancel);
            if (waiting is not null)
            {
                return waiting with { Result = Json.ToShown(new { AuthorizationRequestId = requestId, Status = "PENDING_VERIFICATION" }) };
            }

            if (!string.IsNullOrWhiteSpace(input.Indication))
            {
                await api.AttachIndicationAsync(requestId, input.Indication, cancel);
            }

            state = await api.CompleteAsync(requestId, proof, cancel);
        }

        if (state.Status is AuthorizationStatus.PendingSponsor)
        {
            metrics.Waits(state.AuthorizationRequestId);
        }

        book.SaveAnswer(state);
        return Describe(state.AuthorizationRequestId);
    }

    private async Task<string> InitiateAsync(Initiation order, string key, CancellationToken cancel)
    {
        var initiated = await api.InitiateAsync(order, cancel);
        book.SaveOpened(initiated.AuthorizationRequestId, key, order.BeneficiaryId, order.SponsorSlug);
        return initiated.AuthorizationRequestId;
    }

    /// <summary>The request that was left open for this order, if the provider still has it.</summary>
    private async Task<RequestState?> ContinueAsync(string key, CancellationToken cancel)
    {
        if (open.Find(key) is not { } requestId)
        {
            return null;
        }

        try
        {
            return await api.ReadAsync(requestId, cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
        {
            book.Forget(requestId);
            return null;
        }
    }

    /// <summary>An id alone says nothing about today's coverage, and the provider may have forgotten it: search again where we know how.</summary>
    private async Task<Identified?> IdentifyAsync(AuthorizationOrder input, CancellationToken cancel)
    {
        if (input.Beneficiary?.Key is { } given)
        {
            return new Identified(await search.FindAsync(given, cancel));
        }

        return input.BeneficiaryId switch
        {
            null => null,
            var id when beneficiaries.KeyOf(id) is { } key => new Identified(await search.FindAsync(key, cancel)),
            var id => new Identified(id, null),
        };
    }

    private Outcome Describe(string requestId)
    {
        var request = book.Find(requestId)!;
        var result = RequestResult.Of(request);
        var reasons = request.Authorizations.Where(one => one.Status is AuthorizationStatus.Rejected).Select(one => one.RejectionReason);
        return request switch
        {
            { Status: AuthorizationStatus.PendingIndication } => Outcome.Waiting(Wording.DocumentMissing, result),
            { Belief: "pending" } => Outcome.Waiting(Wording.WaitingForSponsor, result),
            { Belief: "rejected" } => Outcome.Failure(Wording.Rejected(string.Join("; ", reasons)), new OutcomeError(200, "rejected"), result),
            { Belief: "voided" } => Outcome.Failure(Wording.Void, new OutcomeError(200, "voided"), result),
            { Belief: "mixed" } => Outcome.Success(result, $"Only a part was approved. {Wording.Rejected(string.Join("; ", reasons))}"),
            _ => Outcome.Success(result),
        };
    }

    private static Initiation Order(AuthorizationOrder input, string sponsor, string beneficiaryId) => new()
    {
        BeneficiaryId = beneficiaryId,
        SponsorSlug = sponsor,
        DiagnosisCode = input.DiagnosisCode!,
        Products = input.Products,
        ProviderBranchId = input.ProviderBranchId,
        ServiceTypeCode = input.ServiceTypeCode,
        AuthorizationType = input.AuthorizationType,
        ProfessionalLicenseNumber = input.ProfessionalLicenseNumber,
    };

    /// <param name="Id">What calls carry.</param>
    /// <param name="Found">What a search just said; <c>null</c> for an id that no search of this clinic brought.</param>
    private sealed record Identified(string Id, Beneficiary? Found)
    {
        public Identified(Beneficiary found)
            : this(found.BeneficiaryId, found)
        {
        }
    }
}
