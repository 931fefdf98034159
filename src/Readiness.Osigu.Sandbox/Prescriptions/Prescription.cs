using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>A prescription that was issued.</summary>
public sealed record Prescription : IResource
{
    public required string Id { get; init; }

    public string? Stimulus { get; init; }

    /// <summary>What the patient brings to the counter.</summary>
    public required string Code { get; init; }

    /// <summary><c>v1</c>, <c>v1.1</c> or <c>v2</c>.</summary>
    public required string Version { get; init; }

    public required Patient Patient { get; init; }

    public required string DiagnosisCode { get; init; }

    public required IReadOnlyList<ProductLine> Lines { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["prescription_id"] = world.Ids.Json(Id),
        ["prescription_code"] = Code,
        ["version"] = Version,
        ["issued_at"] = IssuedAt.Wire(),
        ["status"] = "PRESCRIPTION_ISSUED",
    };
}
