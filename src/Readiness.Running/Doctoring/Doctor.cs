using Readiness.Drivers;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;
using Readiness.Verdicts;

namespace Readiness.Running.Doctoring;

/// <summary>Finds out before anything is judged whether harness, integration and receiver talk to each other. Its faults are never the partner's failed items.</summary>
public sealed class Doctor(RunContext context, IProfileSession session, IntegrationUnderTest integration, IRunProgress progress)
{
    private const int ClockToleranceSeconds = 240;


    /// <summary>Tries every step of the way, from the driver to a well-signed webhook.</summary>
    /// <exception cref="EnvironmentFaultException">The first step that does not work, with a remedy.</exception>
    public async Task Examine(Uri sandbox, Uri? receiver)
    {
        await ExamineOperations(sandbox);
        if (receiver is not null && session.WebhookCanary(receiver, context.Cancellation) is { } sending)
        {
            ExamineReceiver(receiver, await sending);
        }
    }

    private async Task ExamineOperations(Uri sandbox)
    {
        const string Step = "a healthy operation reaches the sandbox";
        var before = context.Recorder.Snapshot().Entries.Count;
        var reply = await session.Canary(integration, context.Cancellation);
        if (integration.LastProblem is { } problem && reply.Outcome == Outcome.Unreadable)
        {
            throw DriverFault(Step, problem);
        }

        var journal = context.Recorder.Snapshot();
        Exchange[] seen = [.. journal.Exchanges.Where(exchange => exchange.Number > before)];
        if (reply.Outcome == Outcome.Unsupported)
        {
            throw new EnvironmentFaultException(
                Step, $"the integration answers 'unsupported' to {journal.Operations[^1].Operation}", "every integration has to offer this operation; map it in the driver");
        }

        if (seen.Length == 0)
        {
            throw new EnvironmentFaultException(
                Step,
                reply.Outcome == Outcome.Unanswered
                    ? $"the operation was not answered, and no request reached the sandbox at {sandbox}"
                    : $"the operation was answered with '{Word(reply.Outcome)}', but no request reached the sandbox at {sandbox}{Told(reply)}",
                "point the integration's base URL and token URL at {sandbox.url} and {token.url}; look for a proxy variable, or another sandbox's address in its settings");
        }

        if (reply.Outcome != Outcome.Succeeded)
        {
            throw new EnvironmentFaultException(Step, Unsuccessful(reply, seen), "mend the call that was refused; the sandbox's answer says what was missing");
        }

        progress.Checked(Step, $"{seen.Length} requests, the last answered {seen[^1].Status}");
    }

    private void ExamineReceiver(Uri receiver, Delivery delivery)
    {
        const string Step = "a well-signed event is accepted";
        if (delivery.Acknowledged)
        {
            CompareClocks(delivery);
            progress.Checked(Step, $"answered {delivery.Status} after {delivery.Latency!.Value.TotalMilliseconds:0} ms");
            return;
        }

        throw (delivery.Status, delivery.Answer?.Problem) switch
        {
            (0, var problem) => new EnvironmentFaultException(
                Step, $"{receiver}: {problem ?? "no answer"}", "check webhook.url, and that the integration's receiver listens there"),
            (404 or 405, _) => new EnvironmentFaultException(
                Step, $"{receiver} answered {delivery.Status}", "check the path of webhook.url", Verdicts.ExitCode.Usage),
            ( >= 300 and < 400, _) => new EnvironmentFaultException(
                Step, $"{receiver} answered {delivery.Status}: redirects are not followed", "give webhook.url the address that the receiver redirects to", Verdicts.ExitCode.Usage),
            (400 or 401 or 403, _) => new EnvironmentFaultException(
                Step,
                $"{receiver} answered {delivery.Status} to an event with a good signature{ClockWords(delivery)}",
                $"{SecretWords}, check the signature over the raw body, and set both clocks"),
            _ => new EnvironmentFaultException(Step, $"{receiver} answered {delivery.Status}", "look at the integration's output for the cause"),
        };
    }

    private void CompareClocks(Delivery delivery)
    {
        if (SkewOf(delivery) is { } skew && Math.Abs(skew.TotalSeconds) > ClockToleranceSeconds)
        {
            throw new EnvironmentFaultException(
                "the clocks agree", $"the receiver's clock is {skew.TotalSeconds:+0;-0} s off this machine's", "set both clocks with NTP; signatures are good for five minutes only");
        }
    }

    private string SecretWords => context.Configuration.Integration.Attach is null
        ? "give the receiver this run's secret ({webhook.secret})"
        : "give integration.credentials.webhook.secret the secret that the receiver has";

    private string ClockWords(Delivery delivery) =>
        SkewOf(delivery) is { } skew && Math.Abs(skew.TotalSeconds) > ClockToleranceSeconds ? $"; its clock is {skew.TotalSeconds:+0;-0} s off this machine's" : "";

    private TimeSpan? SkewOf(Delivery delivery) =>
        DateTimeOffset.TryParse(delivery.Answer?.Headers.Value("Date"), System.Globalization.CultureInfo.InvariantCulture, out var theirs)
            ? theirs - (context.Clock.GetUtcNow() - (context.Recorder.Now - delivery.Answer!.LastByteAt))
            : null;

    private static EnvironmentFaultException DriverFault(string step, DriverProblem problem) => problem.Kind switch
    {
        DriverProblemKind.NotThere => new EnvironmentFaultException(step, problem.Detail, problem.Next ?? "check driver.url: operations are posted to {driver.url}/operations/{operation}", Verdicts.ExitCode.Usage),
        DriverProblemKind.NotAllowed => new EnvironmentFaultException(step, problem.Detail, problem.Next ?? "give the driver its credentials in driver.headers", Verdicts.ExitCode.Usage),
        DriverProblemKind.NotReached => new EnvironmentFaultException(step, problem.Detail, problem.Next ?? "check driver.url, and that the integration offers the driver protocol there"),
        DriverProblemKind.NotReadable => new EnvironmentFaultException(step, problem.Detail, problem.Next ?? "answer 200 with {\"outcome\": …} as the driver protocol, version 1, says"),
        _ => new EnvironmentFaultException(step, problem.Detail, "look at the integration's output for the cause"),
    };

    private static string Unsuccessful(OperationEnded reply, IReadOnlyList<Exchange> seen)
    {
        var refused = seen.Where(exchange => !exchange.Succeeded)
            .Select(exchange => $"{exchange.Request.Method} {exchange.Request.Target} answered {exchange.Status}{Missing(exchange)}").Distinct().Take(3);
        return string.Join("\n    ", [$"the operation ended with '{Word(reply.Outcome)}'{Told(reply)}", .. refused]);
    }

    private static string Missing(Exchange exchange) =>
        (exchange.Annotation("missing") ?? exchange.Annotation("looked")) is { } missing ? $" ({missing})" : "";

    private static string Told(OperationEnded reply) => (reply.Message ?? reply.Problem) is { Length: > 0 } told ? $": {told}" : "";

    private static string Word(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
