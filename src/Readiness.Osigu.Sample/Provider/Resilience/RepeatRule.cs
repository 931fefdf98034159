using System.Net;

namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>Whether a request may be sent again when it is not known what became of the first.</summary>
internal enum Repeat
{
    /// <summary>A read, a search, or a write whose leftovers are harmless.</summary>
    Anytime,

    /// <summary>A write that would count twice: only after an answer that says it was not processed.</summary>
    OnlyIfNotProcessed,
}

/// <summary>Which failed attempts may be followed by another.</summary>
internal static class RepeatRule
{
    /// <summary>Carries the <see cref="Repeat"/> of a request; a request without it counts as a write.</summary>
    public static readonly HttpRequestOptionsKey<Repeat> Key = new("repeat");

    /// <summary><c>4xx</c> never; <c>429</c> and <c>503</c> always, for both say "not processed"; the rest if it does no harm.</summary>
    public static bool Allows(HttpRequestMessage request, HttpResponseMessage? answer, Exception? fault) => (answer, fault) switch
    {
        ({ StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable }, _) => true,
        ({ StatusCode: >= HttpStatusCode.InternalServerError }, _) => IsHarmless(request),
        (_, HttpRequestException or TimeoutException) => WasNeverSent(fault) || IsHarmless(request),
        _ => false,
    };

    /// <summary>The connection could not even be made, so nothing reached the provider.</summary>
    public static bool WasNeverSent(Exception fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static bool IsHarmless(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var repeat) && repeat is Repeat.Anytime;
}
