using System.CommandLine;
using Readiness.Reports;
using Readiness.Reports.Languages;
using Readiness.Reports.Terminal;
using Readiness.Running;
using Readiness.Sealing;
using Readiness.Sealing.Leaks;
using Readiness.Sealing.Signing;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness report RUN</c>: makes the reports again, also of a run that was killed.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = "The folder of a run" };
        var language = new Option<string?>("--language") { Description = "The language of the certificate: en, es or pt-BR; that of the run unless given" };
        language.AcceptOnlyFromAmong([.. ReportTexts.Languages]);
        var key = SealKeyOption.Create();
        var sarif = SarifOption.Create();
        var command = new Command("report", "Makes the reports of a run again, also of one that was killed") { run, language, key, sarif };
        command.SetAction((line, cancellation) => Report(line.GetValue(run)!, line.GetValue(language), line.GetValue(key), line.GetValue(sarif), cancellation));
        return command;
    }

    private static async Task<int> Report(string folder, string? language, string? reference, string? sarif, CancellationToken cancellation)
    {
        using var key = SealKeyOption.Read(reference);
        if (key is null)
        {
            return ExitCode.Usage;
        }

        if (RecordedRun.Read(folder, Host.Output) is not { } recorded)
        {
            return ExitCode.Usage;
        }

        // What a run said of itself stands; only where it could not is it judged here.
        var result = recorded.Result ?? recorded.Judge();
        var allure = await ReportWriter.WriteAll(result, recorded.Journal, folder, Host.Output, TimeProvider.System, language, cancellation);
        Host.Say(new ConsoleReport(Host.Paint).Closing(result, folder, allure));
        if (result.Issuer is { } issuer && issuer != key.Public.Id)
        {
            Host.Say($"no package was made: the certificate names the key {issuer[..16]}… as its issuer, so give that one with {SealKeyOption.Name}. A package that was there is as it was");
            return result.ExitCode;
        }

        var nonce = recorded.Journal.Run?.Settings.GetValueOrDefault(DeclaredSeal.NonceSetting);
        var written = SarifOption.Write(sarif, result, folder);
        var packed = await Packaging.Run(folder, new SealingOptions { Key = key, Known = KnownValues.None, Clock = TimeProvider.System, Nonce = nonce, MaxMailMegabytes = DeclaredMail.MaxMegabytes(recorded.Journal) }, Host.Say, cancellation);
        return result.ExitCode != ExitCode.Ready ? result.ExitCode : written ? packed : ExitCode.Harness;
    }
}
