namespace Readiness.Osigu.Sandbox;

/// <summary>A product of the global catalogue.</summary>
public sealed record Product
{
    public required string Code { get; init; }

    public required ProductType Type { get; init; }

    public string? Stimulus { get; init; }

    /// <summary>Why every sponsor rejects it; null where they approve it.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>In the sponsor's currency, tax included.</summary>
    public decimal UnitPrice { get; init; } = 12.50m;

    internal string Name => $"Sandbox {Type.ToString().ToLowerInvariant()} {Code}";
}
