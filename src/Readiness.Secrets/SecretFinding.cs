using System.Globalization;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Rules;

namespace Readiness.Secrets;

/// <summary>One secret, wherever it stands.</summary>
public sealed record SecretFinding
{
    public required RuleText Rule { get; init; }

    /// <summary>The name of the known secret; null where a rule found it by its looks.</summary>
    public string? Secret { get; init; }

    /// <summary>The name that stands beside the value, such as <c>client_secret</c>; null where none does.</summary>
    public string? Key { get; init; }

    /// <summary>Characters of the value.</summary>
    public required int Length { get; init; }

    /// <summary>Ten hexadecimal digits that tell this value from others and are the same on every machine.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Where it stands: what is in the working tree first, then by path. At most <see cref="MostPlaces"/> of them.</summary>
    public required IReadOnlyList<FindingPlace> Places { get; init; }

    /// <summary>In how many places it stands, with those that are not listed.</summary>
    public required int PlaceCount { get; init; }

    /// <summary>How many further places an allow entry covers.</summary>
    public int AllowedPlaces { get; init; }

    /// <summary>The entry that allows it; null where it is not allowed.</summary>
    public AllowEntry? AllowedBy { get; init; }

    /// <summary>The most places that are listed of one finding.</summary>
    public const int MostPlaces = 100;

    /// <summary>What may be read of it: the name, and of the value its length and fingerprint.</summary>
    public string Excerpt
    {
        get
        {
            var value = string.Create(CultureInfo.InvariantCulture, $"[{Length} characters, fingerprint {Fingerprint}]");
            return (Secret ?? Key) is { } name ? $"{name} = {value}" : value;
        }
    }
}
