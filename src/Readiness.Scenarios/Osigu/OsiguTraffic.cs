using Readiness.Recording;
using Readiness.Verdicts.Behaviour;

namespace Readiness.Scenarios.Osigu;

/// <summary>How Osigu's traffic is told apart in the behaviour profile.</summary>
/// <remarks>Sources: Testing with sandbox (50 requests and 10 token requests a minute), Signature verification (2xx within 10 s).</remarks>
internal static class OsiguTraffic
{
    private const string TokenOperation = "token";

    public static TrafficVocabulary Vocabulary { get; } = new()
    {
        TokenOperation = TokenOperation,
        Limits =
        [
            new TrafficLimit("calls", call => call.Request.Operation is not null and not TokenOperation, 50),
            new TrafficLimit("token requests", call => call.Request.Operation is TokenOperation, 10),
        ],
        Api = Api,
        AcknowledgeWithin = TimeSpan.FromSeconds(10),
        EffectsOperation = "effects.count",
    };

    private static string Api(Exchange call)
    {
        // Their addresses are named by API first and version next, or the other way round.
        var parts = call.Request.Target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            _ when call.Request.Operation is null => "unknown addresses",
            [['v', >= '0' and <= '9'], var name, ..] => name,
            [var name, ..] => name,
            [] => "unknown addresses",
        };
    }
}
