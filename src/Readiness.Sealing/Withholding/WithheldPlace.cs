using System.Text;

namespace Readiness.Sealing.Withholding;

/// <summary>What stands in the journal in the place of a withheld line, so that the numbers of the others stay.</summary>
internal static class WithheldPlace
{
    public static byte[] Of(int line) => Encoding.ASCII.GetBytes($$"""{"kind":"withheld","number":{{line}}}""" + "\n");
}
