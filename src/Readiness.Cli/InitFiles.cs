using System.Runtime.InteropServices;
using Readiness.Configuration;
using Readiness.Onboarding;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary>The end of <c>readiness init</c>: what is in the way, what is written, and what comes next.</summary>
internal sealed class InitFiles(DraftFolder folder, bool asks)
{
    /// <returns>The exit code.</returns>
    public int Write(IProviderProfile profile, AnswerSheet sheet, bool overwrites)
    {
        var schema = ConfigurationSchema.Render([.. Host.Profiles.Select(known => known.Vocabulary)]);
        var drafts = DraftFiles.Of(sheet, profile.Checklist, profile.Vocabulary, schema, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)).ToList();
        List<DraftFile> kept = [];
        if (!overwrites && folder.InTheWay(drafts) is { Count: > 0 } inTheWay)
        {
            if (!asks)
            {
                foreach (var file in inTheWay) Host.Say($"{file.Path} is there already");
                Host.Say("Nothing was written. --force writes over what is there.");
                return ExitCode.Usage;
            }

            kept = [.. inTheWay.Where(file => !IsAgreed(file))];
        }

        var written = drafts.Except(kept).Where(draft => !folder.IsThere(draft)).ToList();
        // An interruption from here on comes too late: a moment later everything is there.
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        try
        {
            folder.Write(written);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Host.Say($"{Environment.CurrentDirectory} cannot be written: {fault.Message}\nNothing was written. Correct its permissions, or start in another folder.");
            return ExitCode.Environment;
        }

        Tell(drafts, written, kept);
        return ExitCode.Ready;
    }

    private static bool IsAgreed(DraftFile file)
    {
        Host.Output.Write($"{file.Path} is there already. Write over it? [no] ");
        Host.Output.Flush();
        return Console.In.ReadLine()?.Trim() is { } answer && (answer.Equals("yes", StringComparison.OrdinalIgnoreCase) || answer.Equals("y", StringComparison.OrdinalIgnoreCase));
    }

    private static void Tell(List<DraftFile> drafts, List<DraftFile> written, List<DraftFile> kept)
    {
        var width = drafts.Max(draft => draft.Path.Length);
        Host.Say("");
        foreach (var draft in drafts)
        {
            var what = kept.Contains(draft) ? "kept" : !written.Contains(draft) ? "as it was" : draft.IsAddition ? "added to" : "wrote";
            Host.Say($"{what,-10}{draft.Path.PadRight(width)}  {draft.Purpose}");
        }

        Host.Say("\nNext: readiness doctor");
    }
}
