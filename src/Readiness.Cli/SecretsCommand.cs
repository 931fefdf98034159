using System.CommandLine;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Rules;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness secrets PATH…</c>: looks for secrets in files, archives and git's history.</summary>
internal static class SecretsCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Folders and files; the current folder unless given", Arity = ArgumentArity.ZeroOrMore };
        var noHistory = new Option<bool>("--no-history") { Description = "Leaves out what git keeps of the past" };
        var fromEnvironment = new Option<string[]>("--secret-from-env") { Description = "Also looks for the value of this environment variable, in every encoding", AllowMultipleArgumentsPerToken = false };
        var fromFile = new Option<string[]>("--secret-from-file") { Description = "Also looks for what this file holds, in every encoding", AllowMultipleArgumentsPerToken = false };
        var knownOnly = new Option<bool>("--known-only") { Description = "Looks for the named secrets alone, and not for what looks like a credential" };
        var allow = new Option<string?>("--allow") { Description = $"What named persons accept ({AllowFile.UsualName} in the current folder unless given)" };
        var exclude = new Option<string[]>("--exclude") { Description = "Leaves out files and folders: **/node_modules", AllowMultipleArgumentsPerToken = false };
        var megabytes = new Option<int?>("--max-file-size") { Description = "Leaves out larger files, in MB, and lists them; no limit unless given" };
        var json = new Option<string?>("--json") { Description = "Writes the report as JSON" };
        var sarif = new Option<string?>("--sarif") { Description = "Writes the report as SARIF 2.1.0, for code scanning" };
        var rules = new Option<bool>("--rules") { Description = "Lists what is looked for, and scans nothing" };
        megabytes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError($"{megabytes.Name}: 1 or more");
            }
        });

        var command = new Command("secrets", "Looks for secrets in files, archives and git's history") { paths, noHistory, fromEnvironment, fromFile, knownOnly, allow, exclude, megabytes, json, sarif, rules };
        command.SetAction((line, _) => line.GetValue(rules)
            ? Task.FromResult(List())
            : new SecretsRun
            {
                Roots = line.GetValue(paths) is { Length: > 0 } given ? given : ["."],
                History = !line.GetValue(noHistory),
                Variables = line.GetValue(fromEnvironment) ?? [],
                Files = line.GetValue(fromFile) ?? [],
                KnownOnly = line.GetValue(knownOnly),
                Allow = line.GetValue(allow),
                Excluded = line.GetValue(exclude) ?? [],
                MaximumFileSize = line.GetValue(megabytes) * (1L << 20),
                Json = line.GetValue(json),
                Sarif = line.GetValue(sarif),
            }.Run());
        return command;
    }

    private static int List()
    {
        var rules = Catalogue.Rules;
        var width = rules.Max(rule => rule.Id.Length);
        foreach (var rule in rules)
        {
            Host.Say($"{rule.Id.PadRight(width)}  {rule.Title}");
        }

        return ExitCode.Ready;
    }
}
