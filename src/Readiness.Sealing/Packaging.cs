using System.Globalization;
using Readiness.Reports;
using Readiness.Reports.Languages;
using Readiness.Reports.Mail;
using Readiness.Sealing.Leaks;
using Readiness.Sealing.Mailing;
using Readiness.Verdicts;

namespace Readiness.Sealing;

/// <summary>The last step of a run: its package and the e-mail are made, and what became of them is told.</summary>
public static class Packaging
{
    private const int MostPlaces = 10;

    /// <param name="say">Told a line at a time.</param>
    /// <returns>0 where package and e-mail are there; 2 where a file that somebody brought stopped it, 5 where anything else did.</returns>
    public static async Task<int> Run(string folder, SealingOptions options, Action<string> say, CancellationToken cancellation = default)
    {
        try
        {
            // What an earlier making asked for is not what this one says.
            File.Delete(Path.Combine(folder, ReportFolder.RequestFile));
            var made = await PackageSealer.Seal(folder, options, cancellation);
            say(string.Create(CultureInfo.InvariantCulture, $"  package      {Path.GetRelativePath(Environment.CurrentDirectory, made.Path)}, {made.Bytes / 1048576.0:0.0} MB"));
            say($"  certificate  {made.Certificate}, sealed {(made.IsIdentified ? $"with the key {made.KeyId[..16]}…" : "with a key of its own: its issuer is not identified")}");
            say($"  seal         {made.SealDigest}");
            Tell(await RequestMail.Write(folder, made, options, cancellation), folder, options, say);
            return ExitCode.Ready;
        }
        catch (LeakException leak)
        {
            say($"{(leak.IsInEmailAlone ? "no e-mail" : "no package")} was made, for what it would hold must not leave the building:");
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
            say($"no package, or no e-mail, was made: {fault.Message}");
            return ExitCode.Harness;
        }
    }

    private static void Tell(RequestEmail email, string folder, SealingOptions options, Action<string> say)
    {
        var english = ReportTexts.In(ReportTexts.English);
        var path = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, ReportFolder.RequestFile));
        say($"  e-mail       {path}, {RequestEmail.Megabytes(email.Bytes.Length, english)} MB, {(email.Recipient is { } recipient ? $"a draft to {recipient}" : "a draft without recipient:")}");
        foreach (var reason in email.Reasons)
        {
            say($"               {reason}");
        }

        foreach (var name in email.LeftOut)
        {
            say(string.Create(CultureInfo.InvariantCulture, $"               {name} is not attached, for the e-mail would be larger than {options.MaxMailMegabytes} MB (mail.maxMegabytes)"));
        }
    }
}
