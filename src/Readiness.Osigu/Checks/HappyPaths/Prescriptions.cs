using Readiness.Checks;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.HappyPaths;

/// <summary>Requests to create a prescription, in any version of the call.</summary>
internal static class Prescriptions
{
    public static IReadOnlyList<Exchange> Of(ScenarioEvidence evidence, Stimulus stimulus) =>
        [.. evidence.ExchangesOf(stimulus).Where(call => call.Request.Operation?.StartsWith("create-prescription", StringComparison.Ordinal) == true)];

    /// <summary>Tells that the attempts brought no prescription, and what the provider found missing.</summary>
    public static void NotIssued(Trial trial, IReadOnlyList<Exchange> attempts)
    {
        var answers = attempts.Select(call => call.WhyRefused is { } refused ? $"{call.Number} answered {call.Status}: {refused}" : $"{call.Number} answered {call.Status}");
        trial.Breach(
            "a prescription that the provider accepts",
            attempts.Count == 0 ? "no create-prescription" : $"create-prescription {string.Join("; ", answers)}",
            "send what the version of the call demands, the patient's consent included",
            attempts.Select(call => call.Number));
    }
}
