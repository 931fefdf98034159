using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Where a dispensation stands.</summary>
public enum DispensationStatus
{
    Started,
    Completed,

    /// <summary>Voided while it was started; its code can be used again.</summary>
    Cancelled,
}

/// <summary>Products handed out on a code.</summary>
public sealed class Dispensation : IResource
{
    internal Dispensation(string id, string? stimulus, string code, bool insured, IReadOnlyList<ProductLine> lines)
    {
        Id = id;
        Stimulus = stimulus;
        Code = code;
        Insured = insured;
        Lines = lines;
    }

    public string Id { get; }

    public string? Stimulus { get; }

    public string Code { get; }

    /// <summary>True for the code of an authorization, false for a prescription's.</summary>
    public bool Insured { get; }

    public IReadOnlyList<ProductLine> Lines { get; }

    /// <summary>True where another provider dispensed: its code is used, and only that provider can see it.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>What the sponsor wants of the person before it is completed.</summary>
    public VerificationKind Verification { get; init; }

    /// <summary>Who is to be verified; null for a prescription's.</summary>
    internal string? BeneficiaryId { get; init; }

    public DispensationStatus Status { get; private set; }

    /// <summary>The claim that completing an insured dispensation made.</summary>
    public string? ClaimId { get; private set; }

    /// <summary>The provider's word for it; null for none.</summary>
    internal string? VerificationWanted => Verification == VerificationKind.None ? null : Verification.ToString().ToUpperInvariant();

    /// <summary>The refusal of a step that needs a started dispensation.</summary>
    internal Reply.Refusal? NotStarted => Status == DispensationStatus.Started
        ? null
        : Reply.Conflict("the dispensation is not started") with { Looked = $"its status is {Words.Of(Status)}" };

    internal Reply.Refusal? Complete() => Leave(DispensationStatus.Completed);

    internal Reply.Refusal? Cancel() => Leave(DispensationStatus.Cancelled);

    internal void Claimed(string claimId) => ClaimId = claimId;

    internal JsonObject Shown(OsiguWorld world)
    {
        var shown = new JsonObject
        {
            ["dispensation_id"] = world.Ids.Json(Id),
            ["status"] = Words.Of(Status),
            ["code"] = Code,
            ["code_type"] = Insured ? "AUTHORIZATION" : "PRESCRIPTION",
            ["products"] = new JsonArray([.. Lines.Select(Line)]),
            ["verification_required"] = VerificationWanted,
        };
        if (ClaimId is not null)
        {
            shown["claim_id"] = world.Ids.Json(ClaimId);
        }

        return shown;
    }

    private static JsonObject Line(ProductLine line) => new()
    {
        ["product_code"] = line.Product.Code,
        ["quantity"] = line.Quantity,
        ["unit_price"] = line.Product.UnitPrice,
    };

    private Reply.Refusal? Leave(DispensationStatus next)
    {
        if (NotStarted is { } refusal)
        {
            return refusal;
        }

        Status = next;
        return null;
    }
}
