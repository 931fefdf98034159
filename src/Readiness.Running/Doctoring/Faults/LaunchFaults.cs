namespace Readiness.Running.Doctoring;

/// <summary>What keeps the sandbox from listening, and the integration from starting.</summary>
internal static class LaunchFaults
{
    public static DoctorFault SandboxPortInUse { get; } = new()
    {
        Name = "sandbox-port-in-use",
        Step = DoctorSteps.Sandbox,
        Message = "<address> is in use<holder>",
        Cause = "Another program, or a run that still goes on, listens there.",
        Remedy = "end what listens there, or set sandbox.listen to another address; port 0 takes a free one",
    };

    public static DoctorFault SandboxCannotListen { get; } = new()
    {
        Name = "sandbox-cannot-listen",
        Step = DoctorSteps.Sandbox,
        Message = "<problem>",
        Example = "The sandbox cannot listen on 203.0.113.9:8085: that is not an address of this machine. Take 127.0.0.1, or 0.0.0.0 for every address.",
        Cause = "The address is none of this machine's, or this user must not use the port.",
        Remedy = "set sandbox.listen to an address of this machine and a port above 1023, such as http://127.0.0.1:0; sandbox.publicUrl is what the integration sees",
    };

    public static DoctorFault FolderMissing { get; } = new()
    {
        Name = "working-directory-missing",
        Step = DoctorSteps.Start,
        Message = "the folder <folder> does not exist",
        Cause = "integration.launch.workingDirectory starts from where the harness was started, not from the configuration file.",
        Remedy = "correct integration.launch.workingDirectory",
        ExitCode = Verdicts.ExitCode.Usage,
    };

    public static DoctorFault CommandNotFound { get; } = new()
    {
        Name = "command-not-found",
        Step = DoctorSteps.Start,
        Message = "'<command>' is not found, in <folder> or in PATH",
        Cause = "A word is misspelt, the program is not installed, or PATH is another one where the harness was started.",
        Remedy = "check integration.launch.command; give the whole path of a program that PATH does not hold",
    };

    public static DoctorFault CommandNotStarted { get; } = new()
    {
        Name = "command-not-started",
        Step = DoctorSteps.Start,
        Message = "'<command>' cannot be started in <folder>: <why>",
        Cause = "The file is no program, or this user must not run it.",
        Remedy = "make the file executable, or name its interpreter as integration.launch.command and the file in integration.launch.args",
    };

    public static DoctorFault PortInUse { get; } = new()
    {
        Name = "integration-port-in-use",
        Step = DoctorSteps.Start,
        Message = "port <port> of integration.port is in use<holder> before the integration starts",
        Cause = "An instance from before still runs: it would answer in place of the one that is certified.",
        Remedy = "end what listens there, or leave integration.port out for a free one",
    };

    public static DoctorFault EndedBeforeReady { get; } = new()
    {
        Name = "integration-ended",
        Step = DoctorSteps.Start,
        Message = "the integration ended with exit code <code> before it was ready<output>",
        Cause = "It misses a setting, a file or a service that it needs.",
        Remedy = "read its last output, then try the command by hand",
    };

    public static DoctorFault KilledBeforeReady { get; } = new()
    {
        Name = "integration-killed",
        Step = DoctorSteps.Start,
        Message = "the integration was ended by <signal> before it was ready<output>",
        Cause = "The system ended it, such as for want of memory, or another program did.",
        Remedy = "find out who sent the signal; SIGKILL often comes from a limit on memory",
    };

    public static DoctorFault NeverReady { get; } = new()
    {
        Name = "integration-never-ready",
        Step = DoctorSteps.Start,
        Message = "the integration was not ready after <seconds> s: <url> - <answer><output>",
        Cause = "It listens at another address, the path is another one, or it takes longer.",
        Remedy = "check that integration.launch.ready is an address that answers 2xx, or raise integration.launch.readyTimeoutSeconds",
    };

    public static IReadOnlyList<DoctorFault> All { get; } =
        [SandboxPortInUse, SandboxCannotListen, FolderMissing, CommandNotFound, CommandNotStarted, PortInUse, EndedBeforeReady, KilledBeforeReady, NeverReady];
}
