using System.CommandLine;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.SelfCheck;
using Readiness.SelfCheck.Plan;
using Readiness.SelfCheck.Reports;
using Readiness.SelfCheck.Run;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness selfcheck</c>: proves the harness itself, by certifying the sample with each of its flaws and variants.</summary>
internal static class SelfCheckCommand
{
    public static Command Create()
    {
        var profile = new Option<string?>("--profile") { Description = "The provider profile; the default one unless given" };
        var only = new Option<string?>("--only") { Description = "Only these switches, by name, separated by commas; 'sample' is the sample as it is" };
        var quick = new Option<bool>("--quick") { Description = "The sample, each check's first flaw, and a dozen variants" };
        var repeat = new Option<int>("--repeat") { Description = "Certifies the sample and the variants that often, and tells every verdict that ever differed", DefaultValueFactory = _ => 1 };
        var pace = new Option<string>("--pace") { Description = "compressed (a rehearsal) or documented", DefaultValueFactory = _ => "compressed" };
        pace.AcceptOnlyFromAmong("compressed", "documented");
        var atOnce = new Option<int?>("--at-once") { Description = "How many runs go on side by side; from the cores and the memory unless given" };
        var busy = new Option<bool>("--busy") { Description = "Keeps every core busy with a loop all the while" };
        var driver = SampleDriver.Option("--driver", "How the sample is driven");
        var reports = new Option<string>("--reports") { Description = "Where selfcheck.html and selfcheck.json go", DefaultValueFactory = _ => Path.Combine("reports", "selfcheck") };
        var image = new Option<string?>("--image") { Description = "A folder with this program compiled ahead of time, for the runs", Hidden = true };
        repeat.Validators.Add(result => Positive(result.GetValueOrDefault<int>(), repeat.Name, result.AddError));
        atOnce.Validators.Add(result => Positive(result.GetValueOrDefault<int?>() ?? 1, atOnce.Name, result.AddError));

        var command = new Command("selfcheck", "Certifies the bundled sample with each of its flaws and variants, and compares with what they are declared to break")
        {
            profile, only, quick, repeat, pace, atOnce, busy, driver, reports, image,
        };
        command.SetAction((line, _) =>
        {
            var selection = new MatrixSelection
            {
                Only = (line.GetValue(only) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Quick = line.GetValue(quick),
                Rounds = line.GetValue(repeat),
                Driver = SampleDriver.Chosen(line, driver),
                DocumentedPace = line.GetValue(pace) == "documented",
            };
            return Host.FindProfile(line.GetValue(profile)) is { } found
                ? Check(found, selection, line.GetValue(atOnce), line.GetValue(busy), line.GetValue(reports)!, line.GetValue(image))
                : Task.FromResult(ExitCode.Usage);
        });
        return command;
    }

    private static async Task<int> Check(IProviderProfile profile, MatrixSelection selection, int? atOnce, bool busy, string reports, string? image)
    {
        MatrixPlan plan;
        try
        {
            plan = MatrixPlan.For(profile.KillMatrix, selection);
        }
        catch (UnknownSwitchException fault)
        {
            Host.Say(fault.Message);
            return ExitCode.Usage;
        }

        var check = new SelfCheckRun
        {
            Profile = profile,
            Selection = selection,
            Plan = plan,
            Program = image ?? AppContext.BaseDirectory,
            Build = image is null ? "as built" : "compiled ahead of time",
            AtOnce = atOnce,
            Busy = busy,
            Folder = Path.GetFullPath(reports),
        };
        return await check.Run(Host.Output, Host.Paint);
    }

    private static void Positive(int value, string option, Action<string> refuse)
    {
        if (value < 1)
        {
            refuse($"{option} {value}: 1 or more");
        }
    }
}
