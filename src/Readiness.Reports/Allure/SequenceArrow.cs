using Readiness.Recording;

namespace Readiness.Reports.Allure;

/// <summary>Those who talk in a run, from left to right.</summary>
internal enum Speaker
{
    Harness,
    Integration,
    Sandbox,
    Receiver,
}

/// <summary>One message in a sequence diagram.</summary>
/// <param name="Reply">True for the answer to an earlier message.</param>
/// <param name="Lost">True where no answer came through.</param>
internal sealed record SequenceArrow(TimeSpan At, int Number, Speaker From, Speaker To, bool Reply, bool Lost, string Text)
{
    /// <summary>More than this no eye follows.</summary>
    public const int Most = 40;

    /// <summary>Every message of a scenario, in order.</summary>
    public static IReadOnlyList<SequenceArrow> Of(ScenarioScope scope) =>
        [.. scope.Happenings.SelectMany(Messages).OrderBy(arrow => arrow.At).ThenBy(arrow => arrow.Number)];

    /// <summary>How many messages a diagram of at most <see cref="Most"/> leaves out.</summary>
    public static int LeftOut(ScenarioScope scope) => Math.Max(0, Of(scope).Count - Most) + (scope.LeftOut * 2);

    /// <summary>What the speaker is called in a diagram.</summary>
    public static string Name(Speaker speaker) => speaker switch
    {
        Speaker.Harness => "Harness",
        Speaker.Integration => "Integration",
        Speaker.Sandbox => "Sandbox and token server",
        Speaker.Receiver => "Webhook receiver",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IEnumerable<SequenceArrow> Messages(Happening happening)
    {
        var (from, to, lost) = happening switch
        {
            Happening.Called { Exchange: var exchange } => (Speaker.Integration, Speaker.Sandbox, exchange.Response is not { Transmission: Transmission.Complete }),
            Happening.Delivered { Delivery: var delivery } => (Speaker.Harness, Speaker.Receiver, delivery.Status == 0),
            _ => (Speaker.Harness, Speaker.Integration, false),
        };
        yield return new SequenceArrow(happening.At, happening.Number, from, to, false, false, PlainText.Line($"#{happening.Number} {happening.Asked}", 70));
        if (happening.EndedAt is { } end)
        {
            yield return new SequenceArrow(end, happening.Number, to, from, true, lost, PlainText.Line($"#{happening.Number} {happening.Answered}", 70));
        }
    }
}
