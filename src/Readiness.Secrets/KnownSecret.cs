using Readiness.Recording;

namespace Readiness.Secrets;

/// <summary>A secret whose value is known, so that it is searched for as it is and in every encoding.</summary>
/// <param name="Name">What it is called in findings, such as <c>client.secret</c> or the variable that holds it. Never the value.</param>
/// <param name="Value">The value itself. Held in memory only; no output of a scan holds it.</param>
/// <param name="Id">The name that stands before it in a Basic pair (<c>id:secret</c>); null where it has none.</param>
public sealed record KnownSecret(string Name, string Value, string? Id = null)
{
    /// <summary>Shorter values occur by chance in anything. They are not searched for, and the coverage says so.</summary>
    public const int ShortestLength = 6;

    /// <summary>True where the value is long enough to be told from chance.</summary>
    public bool CanBeSearched => Value.Length >= ShortestLength;

    /// <summary>The secrets that a run has minted so far.</summary>
    public static IReadOnlyList<KnownSecret> Of(MintedValues minted) => [.. minted.Secrets.Select(value => new KnownSecret(value.Name, value.Value))];

    /// <summary>The name alone: a record would print its value too.</summary>
    public override string ToString() => Name;
}
