using System.Globalization;
using Readiness.Recording;
using Readiness.Running.Profiles;
using Readiness.Running.Progress;

namespace Readiness.Running.Doctoring;

/// <summary>Finds out whether the receiver takes a well-signed event, and if not, why.</summary>
internal sealed class ReceiverExamination(RunContext context, IProfileSession session, IntegrationUnderTest integration, Examination examination, IRunProgress progress)
{
    private const int ClockToleranceSeconds = 240;

    // The header has a grain of one second, and the answer took its time.
    private const int WorthTelling = 2;

    public async Task Examine(Uri? receiver)
    {
        if (receiver is null || session.WebhookCanary(receiver, context.Cancellation) is not { } sending)
        {
            return;
        }

        var delivery = await sending;
        if (delivery.Acknowledged)
        {
            progress.Checked(DoctorSteps.Receiver, $"answered {delivery.Status} after {delivery.Latency!.Value.TotalMilliseconds:0} ms");
            CompareClocks(delivery);
            return;
        }

        examination.Take(delivery.Status is 400 or 401 or 403 ? await Refused(receiver, delivery) : NotTaken(receiver, delivery));
        if (delivery.Status == 0)
        {
            examination.Skip("the receiver did not answer", DoctorSteps.Clocks);
        }
        else
        {
            CompareClocks(delivery);
        }
    }

    private EnvironmentFaultException NotTaken(Uri receiver, Delivery delivery)
    {
        var problem = delivery.Answer?.Problem ?? "no answer";
        (string, string)[] places =
        [
            ("receiver", receiver.ToString()), ("status", delivery.Status.ToString(CultureInfo.InvariantCulture)), ("problem", problem),
            ("output", Output.Quoted(integration.LastLines)),
            ("location", delivery.Answer?.Headers.Value("Location") is { } elsewhere ? $", to {elsewhere.Split('?')[0]}" : ""),
        ];
        return (delivery.Status switch
        {
            0 when problem == "connection refused" => ReceiverFaults.NotListening,
            0 when problem == "name not found" => ReceiverFaults.NameNotFound,
            0 when delivery.Answer?.Tls?.Faults is [var fault, ..] => ReceiverFaults.OfTls(fault),
            0 when problem.StartsWith("timed out", StringComparison.Ordinal) || problem.StartsWith("no connection within", StringComparison.Ordinal) || problem.StartsWith("the receiver did not read", StringComparison.Ordinal) => ReceiverFaults.Silent,
            0 => ReceiverFaults.NoAnswer,
            404 or 405 => ReceiverFaults.NotThere,
            >= 300 and < 400 => ReceiverFaults.Redirects,
            _ => ReceiverFaults.Fails,
        }).Seen(places);
    }

    private async Task<EnvironmentFaultException> Refused(Uri receiver, Delivery delivery)
    {
        var skew = SkewOf(delivery) ?? TimeSpan.Zero;
        var finding = session.WhyRefused(receiver, delivery, skew, context.Cancellation) is { } probing
            ? await probing
            : new SignatureFinding(SignatureCause.NotToldApart, "this provider's signature cannot be tried in other ways");
        var fault = finding.Cause switch
        {
            SignatureCause.WrongSecret => ReceiverFaults.WrongSecret,
            SignatureCause.BodyRewritten => ReceiverFaults.BodyRewritten,
            SignatureCause.Clock => ReceiverFaults.Clock,
            SignatureCause.OtherScheme => ReceiverFaults.OtherScheme,
            _ => ReceiverFaults.NotToldApart,
        };
        return fault.Seen(
            ("receiver", receiver.ToString()),
            ("status", delivery.Status.ToString(CultureInfo.InvariantCulture)),
            ("proof", finding.Words),
            ("tried", finding.Words),
            ("clock", skew.Duration().TotalSeconds > WorthTelling ? string.Create(CultureInfo.InvariantCulture, $"; the receiver's clock is {skew.TotalSeconds:+0;-0} s off this machine's") : ""));
    }

    private void CompareClocks(Delivery delivery)
    {
        if (SkewOf(delivery) is not { } skew)
        {
            progress.Checked(DoctorSteps.Clocks, "the receiver sends no Date, so that its clock is not known");
        }
        else if (Math.Abs(skew.TotalSeconds) > ClockToleranceSeconds)
        {
            examination.Take(ReceiverFaults.ClocksApart.Seen(("skew", string.Create(CultureInfo.InvariantCulture, $"{skew.TotalSeconds:+0;-0}"))));
        }
        else
        {
            progress.Checked(DoctorSteps.Clocks, skew.Duration().TotalSeconds <= WorthTelling ? "to the second" : string.Create(CultureInfo.InvariantCulture, $"the receiver's is {skew.TotalSeconds:+0;-0} s off, which signatures allow for"));
        }
    }

    private TimeSpan? SkewOf(Delivery delivery) =>
        DateTimeOffset.TryParse(delivery.Answer?.Headers.Value("Date"), CultureInfo.InvariantCulture, out var theirs)
            ? theirs - (context.Clock.GetUtcNow() - (context.Recorder.Now - delivery.Answer!.LastByteAt))
            : null;
}
