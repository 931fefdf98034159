namespace Readiness.Recording;

/// <summary>A value that exists because the harness invented it, so that it can be recognised anywhere.</summary>
/// <param name="Name">What it is, such as <c>client.secret</c> or <c>beneficiary_id</c>.</param>
/// <param name="Value">The value itself. Held in memory only.</param>
/// <param name="Stimulus">The stimulus it was minted for; null for the whole run.</param>
public sealed record MintedValue(string Name, string Value, MintedKind Kind, string? Stimulus)
{
    /// <summary>What stands in its place where it is masked.</summary>
    public string Mask => Stimulus is null ? $"[{Name}]" : $"[{Stimulus} {Name}]";
}
