using System.CommandLine;
using Readiness.Configuration;
using Readiness.Configuration.Gating;
using Readiness.Gating;
using Readiness.Recording;
using Readiness.Reports.GitHub;
using Readiness.Running;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness gate RUN</c>: whether a release may rest on a run.</summary>
internal static class GateCommand
{
    private const string KeyName = "--key";
    private const string ArtefactName = "--artefact";

    public static Command Create()
    {
        var run = new Argument<string>("RUN") { Description = $"The folder of a run, a package ({PackageNames.Package}), or reports/latest" };
        var policy = new Option<string?>("--policy") { Description = "What has to hold: a JSON file; without one a complete run at documented pace under this harness's checklist" };
        var key = new Option<string?>(KeyName) { Description = "The public key, in PEM, of whoever must have sealed; the package is verified with it" };
        var artefact = new Option<string?>(ArtefactName) { Description = "What is about to be released, a file or a folder: it must be what was tested" };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs" };
        var command = new Command("gate", "Answers whether a release may rest on a run, yes or no with every reason; exit code 0 for yes, by cause for no") { run, policy, key, artefact, json };
        command.SetAction(line => Gate(line.GetValue(run)!, line.GetValue(policy), line.GetValue(key), line.GetValue(artefact), line.GetValue(json)));
        return command;
    }

    private static int Gate(string run, string? policyFile, string? key, string? artefact, bool json)
    {
        var policy = new GatePolicy();
        if (policyFile is not null)
        {
            var (read, problems) = GatePolicyFile.Read(policyFile, [.. Host.Profiles.SelectMany(profile => profile.Checklist.Items).Select(item => item.Id).Distinct()]);
            if (read is null)
            {
                Host.Say(ConfigurationProblems.Render(problems, "policy. Nothing was decided"));
                return ExitCode.Usage;
            }

            policy = read;
        }

        GateRequest request;
        try
        {
            request = new GateRequest
            {
                Run = Read(RunPath.Of(run), policy, key ?? policy.Key),
                Policy = policy,
                Artefact = artefact is null ? null : Released(artefact),
                Now = TimeProvider.System.GetUtcNow(),
                Checklists = name => Host.Profiles.FirstOrDefault(profile => profile.Checklist.Profile == name)?.Checklist,
            };
        }
        catch (SealKeyException fault)
        {
            Host.Say($"{KeyName} {key ?? policy.Key}: {fault.Message}");
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JournalFormatException)
        {
            Host.Say(fault.Message);
            Host.Say($"Give the folder of a run, such as reports/latest, or its {PackageNames.Package}; and to {ArtefactName} and {KeyName} files that are there.");
            return ExitCode.Usage;
        }

        var decision = ReleaseGate.Decide(request);
        Tell(decision, request, json);
        return decision.ExitCode;
    }

    /// <summary>Where a seal matters, a folder stands for the package in it.</summary>
    private static GatedRun Read(string run, GatePolicy policy, string? key)
    {
        if (Directory.Exists(run) && !policy.NeedsSeal && key is null)
        {
            return GatedRun.OfFolder(run, RunStart.HarnessVersion, Known);
        }

        return GatedRun.OfPackage(new VerificationRequest
        {
            Archive = File.ReadAllBytes(Directory.Exists(run) ? Path.Combine(run, PackageNames.Package) : run),
            Key = key is null ? null : PublicKey.Read(File.ReadAllText(key)),
            Now = TimeProvider.System.GetUtcNow(),
            HarnessVersion = RunStart.HarnessVersion,
            Profiles = Known,
        });
    }

    private static KnownProfile? Known(string name) => Host.Profiles.FirstOrDefault(profile => profile.Checklist.Profile == name) is { } known
        ? new KnownProfile(known.Checklist, (journal, result) => new RecordedRun(result.Id, journal, result).Judge())
        : null;

    private static Artefact Released(string path) =>
        TestedArtefact.Of(path, path) is { Files: not 0 } artefact ? artefact : throw new IOException($"{ArtefactName} {path} holds no file: build it first");

    private static void Tell(GateDecision decision, GateRequest request, bool json)
    {
        if (json)
        {
            Host.Say(GateReport.Json(decision, request));
        }
        else
        {
            Host.Say(Host.Paint.Strong($"Gate for certificate {decision.Certificate ?? "without a number"}{(request.Policy.File is { } file ? $", policy {file}" : "")}"));
            foreach (var point in decision.Points)
            {
                Host.Say(VerifyCommand.Line(point));
            }

            Host.Say(decision.IsYes ? Host.Paint.Good("yes") : Host.Paint.Bad($"no, for {(decision.Reasons.Count == 1 ? "1 reason" : $"{decision.Reasons.Count} reasons")}"));
        }

        if (GitHubJob.From(Environment.GetEnvironmentVariable) is { } job)
        {
            // Programs read standard output, and GitHub reads both.
            GitHubJob.Tell(GateReport.Annotations(decision, request.Policy, job), json ? Console.Error : Host.Output);
            job.Summarise(GateReport.Summary(decision), Console.Error);
        }
    }
}
