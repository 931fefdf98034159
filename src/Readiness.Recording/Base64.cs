namespace Readiness.Recording;

/// <summary>Base64 (RFC 4648) of a value that may stand anywhere inside a longer encoded text.</summary>
public static class Base64
{
    /// <summary>The characters that depend on the value alone, for each of the three positions it can have in a group of three bytes.</summary>
    public static IEnumerable<string> AtEveryAlignment(byte[] value)
    {
        for (var before = 0; before < 3; before++)
        {
            var padded = new byte[before + value.Length];
            value.CopyTo(padded, before);
            var text = Convert.ToBase64String(padded).TrimEnd('=');

            // Characters that also carry bits of a neighbour differ with that neighbour.
            var first = (before * 8 + 5) / 6;
            var last = (before + value.Length) * 8 / 6;
            if (last - first >= 4)
            {
                yield return text[first..last];
            }
        }
    }
}
