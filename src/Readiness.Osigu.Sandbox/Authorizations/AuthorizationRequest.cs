using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    /// <summary>Initiated; waits for documents and for <c>complete</c>.</summary>
    PendingIndication,

    /// <summary>Completed; the sponsor decides later.</summary>
    PendingSponsor,

    /// <summary>The sponsor has decided.</summary>
    Completed,
}

/// <summary>A pre-authorization request: initiated, documented, completed, decided.</summary>
public sealed class AuthorizationRequest : IResource
{
    private readonly List<string> indications = [];
    private JsonObject? asCompleted;

    internal AuthorizationRequest(string id, string? stimulus, Beneficiary beneficiary, string sponsorSlug, string diagnosisCode, IReadOnlyList<ProductLine> lines, DateTimeOffset createdAt)
    {
        Id = id;
        Stimulus = stimulus;
        BeneficiaryId = beneficiary.Id;
        SponsorSlug = sponsorSlug;
        DiagnosisCode = diagnosisCode;
        Lines = lines;
        CreatedAt = createdAt;
    }

    public string Id { get; }

    public string? Stimulus { get; }

    public string BeneficiaryId { get; }

    public string SponsorSlug { get; }

    public string DiagnosisCode { get; }

    public IReadOnlyList<ProductLine> Lines { get; }

    public DateTimeOffset CreatedAt { get; }

    public RequestStatus Status { get; private set; }

    /// <summary>Identifiers of the documents that were attached.</summary>
    public IReadOnlyList<string> Indications => indications;

    /// <summary>None before it is completed; placeholders while the sponsor decides; what was decided afterwards.</summary>
    public IReadOnlyList<Authorization> Authorizations { get; private set; } = [];

    internal ITimer? Decision { get; set; }

    internal Reply.Refusal? Attach(string indicationId)
    {
        if (Status != RequestStatus.PendingIndication)
        {
            return Reply.Conflict("the request is completed already") with { Looked = $"its status is {Words.Of(Status)}" };
        }

        indications.Add(indicationId);
        return null;
    }

    /// <summary>Hands the request to a sponsor that decides later.</summary>
    internal void Await(IReadOnlyList<Authorization> placeholders)
    {
        Status = RequestStatus.PendingSponsor;
        Authorizations = placeholders;
    }

    internal void Decide(IReadOnlyList<Authorization> decided)
    {
        Decision?.Dispose();
        Decision = null;
        Status = RequestStatus.Completed;
        Authorizations = decided;
    }

    /// <summary>Keeps what <c>complete</c> answered, for reads that are held back.</summary>
    internal void Freeze(OsiguWorld world) => asCompleted = Shown(world);

    /// <summary>The request as <c>complete</c> answered it, whatever happened since.</summary>
    internal JsonObject ShownAsCompleted(OsiguWorld world) => asCompleted?.DeepClone().AsObject() ?? Shown(world);

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["authorization_request_id"] = world.Ids.Json(Id),
        ["beneficiary_id"] = world.Ids.Json(BeneficiaryId),
        ["sponsor_slug"] = SponsorSlug,
        ["status"] = Words.Of(Status),
        ["authorizations"] = new JsonArray([.. Authorizations.Select(authorization => authorization.Shown(world))]),
        ["created_at"] = CreatedAt.Wire(),
    };
}
