using Readiness.Drivers;
using Readiness.Drivers.Launch;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;

namespace Readiness.Running.Doctoring;

/// <summary>Finds out before anything is judged whether harness, integration and receiver talk to each other. Its faults are never the partner's failed items.</summary>
internal sealed class Doctor(RunContext context, IProfileSession session, IntegrationUnderTest integration, Examination examination, IRunProgress progress)
{
    private static readonly TimeSpan EndShows = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(25);

    /// <summary>Tries every step of the way, from the driver to a well-signed webhook.</summary>
    /// <exception cref="EnvironmentFaultException">The first step that does not work, in a certification.</exception>
    public async Task Examine(Uri sandbox, Uri? receiver)
    {
        await ExamineOperation(sandbox);
        if (integration.ExitedWith is not null)
        {
            examination.Skip("the integration has ended", DoctorSteps.Receiver, DoctorSteps.Clocks);
            return;
        }

        await new ReceiverExamination(context, session, integration, examination, progress).Examine(receiver);
    }

    private async Task ExamineOperation(Uri sandbox)
    {
        var before = context.Recorder.Snapshot().Entries.Count;
        var began = context.Recorder.Now;
        var reply = await session.Canary(integration, context.Cancellation);
        var operation = context.Recorder.Snapshot().Operations[^1].Operation;
        var fault = await DriverFault(reply, operation);
        if (fault is not null)
        {
            examination.Take(fault);
            if (integration.LastProblem?.Kind != DriverProblemKind.TimedOut)
            {
                examination.Skip("the driver did not answer as it should", DoctorSteps.Reach, DoctorSteps.Token, DoctorSteps.Operation);
                return;
            }
        }
        else
        {
            progress.Checked(DoctorSteps.Driver, $"{operation} ended with '{Word(reply.Outcome)}' after {(context.Recorder.Now - began).TotalMilliseconds:0} ms");
        }

        ExamineCalls(sandbox, before, reply, fault is null);
    }

    private void ExamineCalls(Uri sandbox, int before, OperationEnded reply, bool answered)
    {
        var succeeded = reply.Outcome == Outcome.Succeeded;
        if (new ReachDiagnosis(context, session, integration, sandbox).Of(before, succeeded, answered ? $"the operation was answered with '{Word(reply.Outcome)}'{Told(reply)}, but " : "") is { } unreached)
        {
            examination.Take(unreached);
            examination.Skip("no call of the operation is known to the sandbox", DoctorSteps.Token, DoctorSteps.Operation);
            return;
        }

        var journal = context.Recorder.Snapshot();
        Exchange[] seen = [.. journal.Exchanges.Where(exchange => exchange.Number > before)];
        progress.Checked(DoctorSteps.Reach, $"{seen.Length} {(seen.Length == 1 ? "request" : "requests")}");

        // It may have asked for one when it started.
        Exchange[] token = [.. journal.Exchanges.Where(exchange => exchange.Request.Target.Split('?', 2)[0] == session.TokenPath)];
        if (TokenFault(seen, token) is { } refused)
        {
            examination.Take(refused);
            examination.Skip("it needs a token", DoctorSteps.Operation);
            return;
        }

        progress.Checked(DoctorSteps.Token, token.LastOrDefault(exchange => exchange.Succeeded) is { } granted ? $"{Call(granted)} answered {granted.Status}" : "none was asked for, and none was missed");
        if (!succeeded && answered)
        {
            examination.Take(OperationFault(reply, seen));
        }
        else if (succeeded)
        {
            progress.Checked(DoctorSteps.Operation, $"the last request answered {seen[^1].Status}");
        }
        else
        {
            examination.Skip("the driver did not answer in time", DoctorSteps.Operation);
        }
    }

    /// <summary>What is wrong with how the integration was asked; null where it answered in the protocol.</summary>
    private async Task<EnvironmentFaultException?> DriverFault(OperationEnded reply, string operation)
    {
        if (reply.Outcome == Outcome.Unsupported)
        {
            return DriverFaults.Unsupported.Seen(("operation", operation));
        }

        if (integration.LastProblem is not { } problem || reply.Outcome is not (Outcome.Unreadable or Outcome.Unanswered))
        {
            return null;
        }

        return problem.Kind is DriverProblemKind.NotReached or DriverProblemKind.BrokeOff && await End() is { } code
            ? DriverFaults.Died.Seen(("how", new ProcessEnd(code).ToString()), ("output", Output.Quoted(integration.LastLines)))
            : (problem.Next is { } next ? DriverFaults.For(problem.Kind) with { Remedy = next } : DriverFaults.For(problem.Kind)).Seen(("problem", context.Minted.Mask(problem.Detail, (_, _) => { })));
    }

    /// <summary>A process that dies loses its connections first, so its end may show a moment later.</summary>
    private async Task<int?> End()
    {
        var began = context.Clock.GetTimestamp();
        while (integration.ExitedWith is null && context.Clock.GetElapsedTime(began) < EndShows)
        {
            await Task.Delay(PollPause, context.Clock, context.Cancellation);
        }

        return integration.ExitedWith;
    }

    private EnvironmentFaultException? TokenFault(Exchange[] seen, Exchange[] token) =>
        token.Any(exchange => exchange.Succeeded) ? null
        : token.Length > 0
            ? CallFaults.OfToken(token[^1].Annotation(TokenRefusals.Key)).Seen(("call", Call(token[^1])), ("status", $"{token[^1].Status}"), ("looked", token[^1].Annotation("looked") is { } looked ? $": {looked}" : ""))
        : seen.FirstOrDefault(exchange => exchange.Status == 401) is { } refused
            ? CallFaults.TokenNotAsked.Seen(("token", session.TokenPath), ("call", Call(refused)))
        : null;

    private static EnvironmentFaultException OperationFault(OperationEnded reply, Exchange[] seen)
    {
        string[] refused =
        [
            .. seen.Where(exchange => !exchange.Succeeded).Select(exchange => $"{Call(exchange)} answered {exchange.Status}{Missing(exchange)}").Distinct().Take(3),
        ];
        (string, string)[] places = [("outcome", Word(reply.Outcome)), ("told", Told(reply)), ("calls", string.Join("\n    ", refused))];
        return (refused.Length > 0 ? CallFaults.Refused : CallFaults.Unsuccessful).Seen(places);
    }

    private static string Call(Exchange exchange) => $"{exchange.Request.Method} {exchange.Request.Target}";

    private static string Missing(Exchange exchange) =>
        (exchange.Annotation("missing") ?? exchange.Annotation("looked")) is { } missing ? $" ({missing})" : "";

    private static string Told(OperationEnded reply) => (reply.Message ?? reply.Problem) is { Length: > 0 } told ? $" ({told})" : "";

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
