namespace Readiness.SelfCheck.Run;

/// <summary>How many certifications go on at the same time where nobody says.</summary>
public static class SideBySide
{
    // A run works for about a twentieth of its time and waits for the rest; with more of them at once than this, they would only wait for each other.
    private const int PerCore = 10;

    // Harness and sample of one run together, with room to spare.
    private const long BytesEach = 400L * 1024 * 1024;

    /// <param name="memory">Bytes that may be used.</param>
    public static int Number(int cores, long memory) => (int)Math.Clamp(memory / BytesEach, 1, (long)cores * PerCore);
}
