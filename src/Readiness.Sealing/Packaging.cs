using System.Globalization;
using Readiness.Sealing.Leaks;
using Readiness.Verdicts;

namespace Readiness.Sealing;

/// <summary>The last step of a run: its package is made, and what became of it is told.</summary>
public static class Packaging
{
    private const int MostPlaces = 10;

    /// <param name="say">Told a line at a time.</param>
    /// <returns>0 where the package is there; 2 where a file that somebody brought stopped it, 5 where anything else did.</returns>
    public static async Task<int> Run(string folder, SealingOptions options, Action<string> say, CancellationToken cancellation = default)
    {
        try
        {
            var made = await PackageSealer.Seal(folder, options, cancellation);
            say(string.Create(CultureInfo.InvariantCulture, $"  package      {Path.GetRelativePath(Environment.CurrentDirectory, made.Path)}, {made.Bytes / 1048576.0:0.0} MB"));
            say($"  certificate  {made.Certificate}, sealed {(made.IsIdentified ? $"with the key {made.KeyId[..16]}…" : "with a key of its own: its issuer is not identified")}");
            say($"  seal         {made.SealDigest}");
            return ExitCode.Ready;
        }
        catch (LeakException leak)
        {
            say("no package was made, for what it would hold must not leave the building:");
            foreach (var place in leak.Places.Take(MostPlaces))
            {
                say($"  {place}");
            }

            if (leak.Places.Count > MostPlaces)
            {
                say($"  and {(leak.Places.Count - MostPlaces).ToString(CultureInfo.InvariantCulture)} more places");
            }

            say(leak.IsInEvidenceAlone ? "take it out of the evidence that was declared, and certify again" : "this is a fault of the harness: do not hand out this run's folder, and report it");
            return leak.IsInEvidenceAlone ? ExitCode.Usage : ExitCode.Harness;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            say($"no package was made: {fault.Message}");
            return ExitCode.Harness;
        }
    }
}
