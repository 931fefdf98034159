using System.Globalization;
using Readiness.Recording;

namespace Readiness.SecretManagers;

/// <summary>What the journal says of a version that was handed out: its number, and which minted values were in it, by name.</summary>
internal static class HandedOut
{
    public static IReadOnlyDictionary<string, string> Of(SecretVersion version, MintedValues minted) => new Dictionary<string, string>
    {
        [SecretManagerAnnotations.Version] = version.Number.ToString(CultureInfo.InvariantCulture),
        [SecretManagerAnnotations.Held] = string.Join(' ', version.Values.Values.Select(value => minted.Find(value)?.Name).OfType<string>()),
    };
}
