using System.CommandLine;
using Readiness.Onboarding;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness init</c>: from a few answers to everything that a first look by the doctor needs.</summary>
internal static class InitCommand
{
    private static readonly (string Key, string Name, string Description)[] Texts =
    [
        (AnswerSheet.Name, "--name", "The integration's name, as the reports show it"),
        (AnswerSheet.Command, "--command", "The command that starts it: \"node server.js\""),
        (AnswerSheet.Driver, "--driver", $"How the harness asks it for work: {string.Join(", ", Questions.Drivers)}"),
        (AnswerSheet.Url, "--url", "The address at which a running integration answers"),
        (AnswerSheet.Webhook, "--webhook-url", "Where it receives webhooks, or none"),
        (AnswerSheet.Ci, "--ci", $"The service that builds it: {string.Join(", ", ContinuousIntegration.All.Select(service => service.Name))} or none"),
    ];

    public static Command Create()
    {
        var command = new Command("init", "Asks a few questions, and writes a configuration with what belongs to it into the current folder");
        var texts = Texts.Select(text => (text.Key, Option: new Option<string?>(text.Name) { Description = text.Description })).ToList();
        var launch = new Option<bool>("--launch") { Description = "The harness starts it" };
        var attach = new Option<bool>("--attach") { Description = "It runs already" };
        var notUsed = new Option<string[]>("--not-used") { Description = "An optional capability that it does not use, with the reason: settlement=\"no such sponsors\"; or none" };
        var language = new Option<string?>("--language") { Description = "What it is written in, for the usual command: " + string.Join(", ", SuggestedCommand.Languages) };
        language.AcceptOnlyFromAmong([.. SuggestedCommand.Languages]);
        var profile = new Option<string?>("--profile") { Description = "The provider profile; the default one unless given" };
        var yes = new Option<bool>("--yes") { Description = "Asks nothing: takes what is usual for what is not given" };
        var force = new Option<bool>("--force") { Description = "Writes over files that are there" };
        foreach (var option in (IEnumerable<Option>)[.. texts.Select(text => text.Option), launch, attach, notUsed, language, profile, yes, force]) command.Options.Add(option);
        command.SetAction(line =>
        {
            if (Host.FindProfile(line.GetValue(profile)) is not { } chosen) return ExitCode.Usage;
            var sheet = new AnswerSheet();
            foreach (var (key, option) in texts.Where(text => line.GetResult(text.Option) is not null)) sheet[key] = line.GetValue(option) ?? "";
            if (line.GetValue(launch) && line.GetValue(attach)) return Refuse(["--launch and --attach cannot both hold; leave one out"]);
            if (line.GetValue(launch) || line.GetValue(attach)) sheet[AnswerSheet.Reach] = line.GetValue(launch) ? AnswerSheet.Launch : AnswerSheet.Attach;
            TakeNotUsed(sheet, line.GetValue(notUsed) ?? []);
            return Run(chosen, new Questions(chosen.Vocabulary, Environment.CurrentDirectory, line.GetValue(language)), sheet, line.GetValue(yes), line.GetValue(force));
        });
        return command;
    }

    private static int Run(IProviderProfile profile, Questions questions, AnswerSheet sheet, bool takesSuggestions, bool overwrites)
    {
        var interview = new Interview(questions.All, sheet);
        if (interview.Check() is { Count: > 0 } problems) return Refuse(problems);

        var asks = !takesSuggestions && !Console.IsInputRedirected;
        if (asks)
        {
            Host.Say("A few questions. Enter takes what stands in brackets; Ctrl-C ends it, and nothing is written.\n");
            if (!interview.Ask(Console.In, Host.Output)) return Refuse(["the answers ended before the last question"]);
        }
        else if (takesSuggestions)
        {
            if (interview.TakeSuggestions() is { Count: > 0 } needed) return Refuse([.. needed.Select(option => $"{option} is needed: nothing here suggests an answer")]);
        }
        else if (interview.Missing() is { Count: > 0 } missing)
        {
            var width = missing.Max(entry => entry.Option.Length);
            return Refuse(
                [.. missing.Select(entry => $"{entry.Option.PadRight(width)}  {entry.Text}?{(entry.Suggestion is null ? "" : $" Usually: {entry.Suggestion}")}")],
                "There is no terminal to ask at. Give the answers as options, or --yes to take what is usual:");
        }

        return new InitFiles(new DraftFolder(Environment.CurrentDirectory), asks).Write(profile, sheet, overwrites);
    }

    private static void TakeNotUsed(AnswerSheet sheet, string[] written)
    {
        if (written.Length == 0) return;
        sheet[AnswerSheet.NotUsed] = string.Join(", ", written.Select(entry => entry.Split('=')[0].Trim()));
        foreach (var entry in written.Where(entry => entry.Contains('=', StringComparison.Ordinal)))
        {
            sheet[AnswerSheet.Why(entry[..entry.IndexOf('=', StringComparison.Ordinal)].Trim())] = entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        }
    }

    private static int Refuse(IReadOnlyList<string> problems, string? introduction = null)
    {
        if (introduction is not null) Host.Say(introduction);
        foreach (var problem in problems) Host.Say(introduction is null ? problem : $"  {problem}");
        Host.Say("Nothing was written.");
        return ExitCode.Usage;
    }
}
