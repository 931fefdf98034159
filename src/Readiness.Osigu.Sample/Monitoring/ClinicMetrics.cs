using System.Collections.Concurrent;

namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>What the clinic counts about its traffic with the provider. Safe for use by many threads.</summary>
internal sealed class ClinicMetrics(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, bool> heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> pending = new(StringComparer.Ordinal);

    /// <summary>Token requests that brought no token.</summary>
    public Counter TokenFailures { get; } = new(time);

    /// <summary>Webhooks answered 4xx.</summary>
    public Counter WebhookRejections { get; } = new(time);

    /// <summary>Webhooks answered 5xx.</summary>
    public Counter WebhookErrors { get; } = new(time);

    /// <summary>Calls answered 5xx by the provider.</summary>
    public Counter ApiErrors { get; } = new(time);

    /// <summary>Calls answered 401 by the provider.</summary>
    public Counter ApiRefusals { get; } = new(time);

    /// <summary>Calls that the provider answered as asked.</summary>
    public Counter ApiSuccesses { get; } = new(time);

    /// <summary>Requests that wait for their sponsor, and for how long.</summary>
    public IReadOnlyList<(string Request, TimeSpan Age)> Pending
    {
        get
        {
            var now = time.GetUtcNow();
            return [.. pending.Select(entry => (entry.Key, now - entry.Value))];
        }
    }

    /// <summary>The request waits for its sponsor from now on, unless it did before, or its event has overtaken the answer.</summary>
    public void Waits(string request)
    {
        pending.TryAdd(request, time.GetUtcNow());
        if (heard.ContainsKey(request))
        {
            pending.TryRemove(request, out _);
        }
    }

    /// <summary>An event about the request came in, whatever is made of it.</summary>
    public void Heard(string request)
    {
        heard[request] = true;
        pending.TryRemove(request, out _);
    }
}
