namespace Readiness.Recording;

/// <summary>One form in which a minted value may stand in a text.</summary>
/// <param name="Encoding"><c>part</c>, <c>url</c>, <c>hex</c> or <c>base64</c>.</param>
internal sealed record Needle(string Text, string Encoding, MintedValue Value)
{
    /// <summary>Every form of the value that must not be read anywhere.</summary>
    public static IEnumerable<Needle> Of(MintedValue minted)
    {
        yield return new Needle(minted.Value, "part", minted);
        if (Uri.EscapeDataString(minted.Value) is var escaped && escaped != minted.Value)
        {
            yield return new Needle(escaped, "url", minted);
        }

        if (minted.Kind != MintedKind.Secret)
        {
            yield break;
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(minted.Value);
        yield return new Needle(Convert.ToHexStringLower(bytes), "hex", minted);
        yield return new Needle(Convert.ToHexString(bytes), "hex", minted);
        foreach (var text in Base64.AtEveryAlignment(bytes))
        {
            yield return new Needle(text, "base64", minted);
        }
    }
}
