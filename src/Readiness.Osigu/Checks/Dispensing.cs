using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>The dispensations of one stimulus: which code was started, and which of them were completed.</summary>
internal sealed class Dispensing(ScenarioEvidence evidence, Stimulus stimulus)
{
    /// <summary>Every request to start a dispensation, refused for its token or not.</summary>
    public IReadOnlyList<Exchange> Starts { get; } = evidence.ExchangesOf(stimulus, "start-dispensation");

    public IReadOnlyList<Exchange> Completions { get; } = evidence.ExchangesOf(stimulus, "complete-dispensation");

    /// <summary>The starts that carry another code than these.</summary>
    public IReadOnlyList<Exchange> StartsOtherThan(IReadOnlyCollection<string> codes) => [.. Starts.Where(start => Code(start) is not { } code || !codes.Contains(code))];

    /// <summary>True where a dispensation under that code was started and completed.</summary>
    public bool IsCompleted(string code) => Starts.Any(start =>
        start.Succeeded && Code(start) == code && start.Answered("/dispensation_id") is { } id && Completions.Any(completion => completion.Succeeded && Names(completion, id)));

    /// <summary>The code that a start carries. The generated schema calls it a pin.</summary>
    public static string? Code(Exchange start) => start.Sent("/pin") ?? start.Sent("/code");

    private static bool Names(Exchange completion, string id) =>
        completion.Request.Target.Contains(id, StringComparison.Ordinal) || completion.Answered("/dispensation_id") == id;
}
