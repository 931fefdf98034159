using Readiness.Recording;

namespace Readiness.Osigu.Checks;

/// <summary>Token requests, and the tokens that calls came with.</summary>
internal static class TokenTraffic
{
    private static readonly TimeSpan InFlight = TimeSpan.FromMilliseconds(250);

    extension(Journal journal)
    {
        /// <summary>Every request to the token endpoint.</summary>
        public IEnumerable<Exchange> TokenRequests => journal.Exchanges.Where(exchange => exchange.Request.Operation == "token");

        /// <summary>Every token request that a token was issued for.</summary>
        public IEnumerable<Exchange> TokensIssued => journal.TokenRequests.Where(request => request.Succeeded);

        /// <summary>Every call that needs a token, and that the provider's own logic has looked at.</summary>
        public IEnumerable<Exchange> ApiCalls => journal.Exchanges.Where(exchange => exchange.TokenState is not null);

        /// <summary>Calls that carry a token although its refusal had already been answered.</summary>
        /// <param name="refusal">The first call that was refused for this token.</param>
        /// <remarks>
        /// Where several operations are open, a call of other work that arrives a moment after the refusal was already on its way and is not
        /// counted. Where only one is, nothing else is on its way: its repetition counts at once, and so does what the next operation sends.
        /// </remarks>
        public IReadOnlyList<Exchange> SentAgainAfter(Exchange refusal) => refusal.EndedAt is not { } answered
            ? []
            :
            [
                .. journal.ApiCalls.Where(call => call.TokenName == refusal.TokenName
                    && call.At >= answered
                    && (call.At - answered >= InFlight
                        || call.IsSameWorkAs(refusal)
                        || (journal.IsSequentialAt(call.At) && (call.Repeats(refusal) || journal.Operations.Any(operation => operation.EndedAt >= answered && operation.EndedAt <= call.At))))),
            ];

        private bool IsSequentialAt(TimeSpan moment) => journal.Operations.Count(operation => operation.IsOpenAt(moment)) <= 1;
    }

    extension(Exchange exchange)
    {
        /// <summary>The token that a call came with, such as <c>token-2</c>; <c>absent</c> or <c>unknown</c>; null where nothing looked at it.</summary>
        public string? TokenName => exchange.Annotation("bearer");

        /// <summary><c>valid</c>, <c>expired</c>, <c>revoked</c>, <c>unknown</c> or <c>absent</c>; null where nothing looked at it.</summary>
        public string? TokenState => exchange.Annotation("bearer.state");

        /// <summary>The token that a token request was answered with.</summary>
        public string? TokenIssued => exchange.Annotation("token");

        /// <summary>Its life in seconds, as the answer says it.</summary>
        public string? TokenLifetime => exchange.Answered("/expires_in");

        // Of two calls for one patient the stimulus tells; two calls that name nobody are the same when their bytes are.
        private bool Repeats(Exchange other) =>
            exchange.Request.Facts.All(fact => fact.Stimulus is null)
            && exchange.Request.Method == other.Request.Method && exchange.Request.Target == other.Request.Target && exchange.Request.Body.Digest == other.Request.Body.Digest;

        private bool IsSameWorkAs(Exchange other) =>
            exchange.Request.Facts.Any(fact => fact.Stimulus is { } stimulus && other.Concerns(stimulus));
    }
}
