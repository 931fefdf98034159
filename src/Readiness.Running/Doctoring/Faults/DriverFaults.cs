using Readiness.Drivers;

namespace Readiness.Running.Doctoring;

/// <summary>What keeps the integration from being asked for work.</summary>
internal static class DriverFaults
{
    private const string Protocol = "answer {\"outcome\": …} as docs/driver.md says; over HTTP with status 200";

    public static DoctorFault Died { get; } = new()
    {
        Name = "integration-died",
        Step = DoctorSteps.Driver,
        Message = "the integration ended with <how> while it was asked for work<output>",
        Cause = "The first operation brought it down.",
        Remedy = "read its last output, and mend what the operation ran into",
    };

    public static DoctorFault Unsupported { get; } = new()
    {
        Name = "operation-unsupported",
        Step = DoctorSteps.Driver,
        Message = "the integration answers 'unsupported' to <operation>",
        Cause = "The driver does not know the operation by this name.",
        Remedy = "every integration has to offer this operation; map it in the driver",
    };

    private static readonly Dictionary<DriverProblemKind, DoctorFault> ByKind = new()
    {
        [DriverProblemKind.NotReached] = Of(
            "driver-not-reached",
            "nothing listens at http://127.0.0.1:8080/driver",
            "Nothing listens at driver.url, or it is another program's address.",
            "check driver.url, and that the integration offers the driver protocol there"),
        [DriverProblemKind.NotThere] = Of(
            "driver-not-there",
            "POST http://127.0.0.1:8080/driver/operations/beneficiary.search answered 404",
            "The path of driver.url is another one, or the integration has no driver yet.",
            "check driver.url: operations are posted to {driver.url}/operations/{operation}", Verdicts.ExitCode.Usage),
        [DriverProblemKind.NotAllowed] = Of(
            "driver-not-allowed",
            "POST http://127.0.0.1:8080/driver/operations/beneficiary.search answered 401",
            "The driver's address wants credentials.",
            "give the driver its credentials in driver.headers", Verdicts.ExitCode.Usage),
        [DriverProblemKind.Redirected] = Of(
            "driver-redirects",
            "POST http://127.0.0.1:8080/driver/operations/beneficiary.search answered 302, to /login; redirects are not followed",
            "A login page, or a move from http to https.",
            "give driver.url the address that it redirects to; where that is a login, give credentials in driver.headers", Verdicts.ExitCode.Usage),
        [DriverProblemKind.Failed] = Of(
            "driver-failed",
            "POST http://127.0.0.1:8080/driver/operations/beneficiary.search answered 500; 200 is expected, also for an operation that failed",
            "The driver itself fails, or tells an operation's failure by its status.",
            "answer 200 also for an operation that failed, and say so in \"outcome\"; a status of 500 and above: look at the integration's output"),
        [DriverProblemKind.BrokeOff] = Of(
            "driver-broke-off",
            "http://127.0.0.1:8080/driver: the connection was closed before the answer was whole",
            "The integration closed the connection before it had answered.",
            "look at the integration's output for the cause"),
        [DriverProblemKind.TimedOut] = Of(
            "driver-silent",
            "no answer within 30 s",
            "The operation waits for something: a call without a time-out, a lock, a queue that nobody serves.",
            "look at the integration's output for what it waits for, and give its calls a time-out"),
        [DriverProblemKind.Empty] = Of(
            "driver-empty",
            "the answer is empty",
            "The driver answers before the work is done, or leaves the answer out.",
            Protocol),
        [DriverProblemKind.NotJson] = Of(
            "driver-not-json",
            "the answer is no JSON (…): '<html>Welcome!</html>'",
            "Another page answers at driver.url, or the answer is not written as JSON.",
            Protocol),
        [DriverProblemKind.NotAnObject] = Of(
            "driver-not-an-object",
            "the answer is a JSON array; an object with \"outcome\" is expected",
            "The answer is a list or a bare value.",
            Protocol),
        [DriverProblemKind.NoOutcome] = Of(
            "driver-no-outcome",
            "the answer has no text under \"outcome\"",
            "The business answer is passed on as it is, without the protocol's envelope.",
            Protocol),
        [DriverProblemKind.UnknownOutcome] = Of(
            "driver-unknown-outcome",
            "\"outcome\" is 'ok'; expected is succeeded, failed, pending, unknown or unsupported",
            "A word of the integration's own.",
            "say succeeded, failed, pending, unknown or unsupported"),
        [DriverProblemKind.TooLong] = Of(
            "driver-too-long",
            "the answer has more than 4194304 bytes; no more is read",
            "The answer carries lists or documents that nobody asked for.",
            "leave out what the operation's result does not name"),
        [DriverProblemKind.NotReadable] = Of(
            "driver-not-readable",
            "the answer holds text that is not Unicode",
            "The answer is not in the driver protocol.",
            Protocol),
    };

    public static IReadOnlyList<DoctorFault> All { get; } = [Died, Unsupported, .. ByKind.Values];

    public static DoctorFault For(DriverProblemKind kind) => ByKind.GetValueOrDefault(kind, ByKind[DriverProblemKind.NotReadable]);

    private static DoctorFault Of(string name, string example, string cause, string remedy, int exitCode = Verdicts.ExitCode.Environment) =>
        new() { Name = name, Step = DoctorSteps.Driver, Message = "<problem>", Example = example, Cause = cause, Remedy = remedy, ExitCode = exitCode };
}
