namespace Readiness.Running.Doctoring;

/// <summary>What is wrong before anything is started.</summary>
internal static class ConfigurationFaults
{
    public static DoctorFault Refused { get; } = new()
    {
        Name = "configuration-refused",
        Step = DoctorSteps.Configuration,
        Message = "<problems>",
        Example = "readiness.json:4: driver.concurrency: the value is 99; expected is a whole number from 1 to 8",
        Cause = "A file cannot be read, a key does not exist, a value does not fit, two contradict each other, or a production host is named.",
        Remedy = "mend each of them; 'readiness config' lists every key, and what holds here",
        ExitCode = Verdicts.ExitCode.Usage,
    };

    public static DoctorFault ProductionVariable { get; } = new()
    {
        Name = "production-variable",
        Step = DoctorSteps.Production,
        Message = "the integration would inherit <variables>",
        Example = "the integration would inherit PROVIDER_URL, which names the production host api.example.com",
        Cause = "A variable of the shell, the CI job or the container in which the harness was started.",
        Remedy = "unset it there, set it in integration.launch.environment, or say why it does no harm in integration.harmless",
    };

    public static DoctorFault ProductionTraffic { get; } = new()
    {
        Name = "production-traffic",
        Step = DoctorSteps.Production,
        Message = "<where> names the production host <host>",
        Example = "the Host header of exchange 14 names the production host api.example.com",
        Cause = "The integration still has the address of production somewhere, and may be sending there as well.",
        Remedy = "find the address in the integration's settings and give it {sandbox.url}; what was sent elsewhere the harness cannot see. Output that only mentions it: say so in integration.harmless.output",
    };

    public static IReadOnlyList<DoctorFault> All { get; } = [Refused, ProductionVariable, ProductionTraffic];
}
