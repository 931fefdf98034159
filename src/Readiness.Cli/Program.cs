using System.CommandLine;
using Readiness.Cli;
using Readiness.Verdicts;

var root = new RootCommand("Proves that an integration is ready to go live with an API provider: plays the provider, drives the integration, and judges from the wire.");
root.Subcommands.Add(InitCommand.Create());
root.Subcommands.Add(CertifyCommand.Create());
root.Subcommands.Add(DoctorCommand.Create());
root.Subcommands.Add(SandboxCommand.Create());
root.Subcommands.Add(JudgeCommand.Create());
root.Subcommands.Add(ReportCommand.Create());
root.Subcommands.Add(DiffCommand.Create());
root.Subcommands.Add(VerifyCommand.Create());
root.Subcommands.Add(GateCommand.Create());
root.Subcommands.Add(SealCommand.Create());
root.Subcommands.Add(ConfigCommand.Create());
root.Subcommands.Add(ItemsCommand.Create());
root.Subcommands.Add(ExplainCommand.Create());
root.Subcommands.Add(SecretsCommand.Create());
root.Subcommands.Add(SelfCheckCommand.Create());

try
{
    // A tag begins with the sign that stands for a file of arguments elsewhere; here it is a tag.
    var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
    // Signals are heeded by the commands themselves: the library's own way would end the process after two seconds, reports written or not.
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
}
catch (Exception fault)
{
    // The last resort: a fault of the harness has its own exit code, and is never taken for a verdict.
    await Console.Error.WriteLineAsync($"readiness failed: {fault}");
    return ExitCode.Harness;
}
