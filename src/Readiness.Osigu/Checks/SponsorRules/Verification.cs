using System.Globalization;
using Readiness.Checks;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>How one person was verified: passwords that were sent and tried, readings, and the call that needs the proof.</summary>
internal sealed class Verification
{
    private static readonly string[] Sending = ["send-otp", "send-otp-generated"];
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromSeconds(300);
    private static readonly string[] Validating = ["validate-otp", "validate-otp-generated"];

    public Verification(ScenarioEvidence evidence, Stimulus stimulus)
    {
        Call = stimulus["call"] ?? "complete-dispensation";
        Operation = stimulus["operation"] ?? "dispensation.dispense";
        var all = evidence.ExchangesOf(stimulus);
        Sent = [.. all.Where(exchange => exchange.Succeeded && Sending.Contains(exchange.Request.Operation))];
        Asked = [.. all.Where(exchange => Sending.Contains(exchange.Request.Operation))];
        Tried = Traces.Taken(all.Where(exchange => Validating.Contains(exchange.Request.Operation)));
        Readings = [.. all.Where(exchange => exchange.Succeeded && exchange.Request.Operation == "create-biometric-reading")];
        Completions = Traces.Taken(all.Where(exchange => exchange.Request.Operation == Call));
        Wanted = all.FirstOrDefault(exchange => exchange.Answered("/verification_required") is { Length: > 0 });
        Operations = [.. evidence.OperationsOf(stimulus).Where(call => call.Operation == Operation && call.Asked.Role == OperationRole.Stimulus)];
        Numbers = [.. all.Select(exchange => exchange.Number)];
    }

    /// <summary>The provider's operation that needs the proof.</summary>
    public string Call { get; }

    /// <summary>The operation of the driver.</summary>
    public string Operation { get; }

    /// <summary>Requests to send a password, whatever was answered.</summary>
    public IReadOnlyList<Exchange> Asked { get; }

    /// <summary>Passwords that were sent.</summary>
    public IReadOnlyList<Exchange> Sent { get; }

    /// <summary>Codes that were tried.</summary>
    public IReadOnlyList<Exchange> Tried { get; }

    public IReadOnlyList<Exchange> Readings { get; }

    public IReadOnlyList<Exchange> Completions { get; }

    /// <summary>The first answer that says that the person has to be verified; null where none did.</summary>
    public Exchange? Wanted { get; }

    public IReadOnlyList<OperationCall> Operations { get; }

    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The call that went through; null where none did.</summary>
    public Exchange? Completed => Completions.FirstOrDefault(completion => completion.Succeeded);

    /// <summary>
    /// True where the work ended as succeeded and the call that needs the proof did not go through.
    /// Where that call was refused for its proof, <see cref="JudgeCompletions"/> says so.
    /// </summary>
    public bool SucceedsInWordsOnly => Operations is [.., { Outcome: Outcome.Succeeded }] && Completed is null && !Completions.Any(IsUnproven);

    /// <summary>One password for each time the clerk was at it, and one more for each that turned out to be of no use.</summary>
    public void JudgeNumberOfPasswords(Trial trial)
    {
        var useless = Tried.Count(attempt => attempt.Status is >= 400 and < 500);
        if (Sent.Count > Operations.Count + useless)
        {
            trial.Breach(
                $"{Say.Count(Operations.Count + useless, "password")} at most: one each time the clerk asks, and another where one was refused",
                $"{Say.Count(Sent.Count, "password")} sent to one person ({Say.List(Sent.Select(sent => sent.Number))})",
                "send a password once the sponsor asks for it, and another one only when the person asks for it",
                Sent.Select(sent => sent.Number));
        }
    }

    /// <summary>Every attempt to complete carries the proof: the provider refuses all others.</summary>
    public void JudgeCompletions(Trial trial)
    {
        Exchange[] refused = [.. Completions.Where(IsUnproven)];
        if (refused.Length > 0)
        {
            trial.Breach(
                $"{Call} with the proof that belongs to this person and this call",
                Say.List(refused.Select(completion => $"{Call} {completion.Number} was refused{(completion.WhyRefused is { } why ? $": {why}" : "")}")),
                "verify the person first, and attach the token, or the accepted reading, as external_verifications[] to this one call",
                refused.Select(completion => completion.Number));
        }
    }

    /// <summary>The work succeeds; at once, or when the clerk comes back to it with what the person supplied.</summary>
    /// <returns>True where every operation is answered, so that what was not sent will not come any more.</returns>
    public bool EndsWell(Trial trial)
    {
        if (Operations.Count == 0)
        {
            trial.Lacks($"{Operation} was not asked for");
            return false;
        }

        if (!Operations.All(trial.Answered))
        {
            return false;
        }

        var last = Operations[^1];
        if (last.Outcome != Outcome.Succeeded && (last.Outcome != Outcome.Unanswered || trial.Hung(last)))
        {
            var said = last.Reply?.Message is { Length: > 0 } message ? $": \"{message}\"" : "";
            trial.Breach(
                $"{Operation} succeeds for a person who supplies what the sponsor asks for",
                $"{Operation} ({last.Number}) ended as {UserMessages.Word(last)}{said}",
                "follow the calls of this operation in the journal to the first one that was refused or left out",
                Operations.Select(call => call.Number));
        }

        return true;
    }

    /// <summary>How long a password holds, as the provider said when it sent it.</summary>
    public static TimeSpan LifetimeOf(Exchange sent) =>
        double.TryParse(sent.Answered("/expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : UsualLifetime;

    /// <summary>The password that was tried, by its identifier.</summary>
    public static string? PasswordOf(Exchange attempt) => attempt.Sent("/otp_id");

    private static bool IsUnproven(Exchange completion) => completion.Status == 422;
}
