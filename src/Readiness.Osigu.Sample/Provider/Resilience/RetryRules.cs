using Polly;

namespace Readiness.Osigu.Sample.Provider.Resilience;

/// <summary>The numbers of the retry policy, in one place.</summary>
internal sealed record RetryRules
{
    /// <summary>Attempts after the first. Four in all: enough for a restart at the provider, few enough for a waiting clerk.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The middle of the first delay; it doubles from there, with jitter so that clinics do not come back in step.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(0.5);

    public DelayBackoffType Backoff { get; init; } = DelayBackoffType.Exponential;

    public bool Jitter { get; init; } = true;

    /// <summary>Delays of one's own, by retry (from 0), instead of the three values above.</summary>
    public Func<int, TimeSpan>? Delays { get; init; }

    /// <summary>The longest <c>Retry-After</c> that is waited for. If the provider asks for more, the clerk is told at once.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What is made of a <c>Retry-After</c>. Coming back earlier than asked is not allowed.</summary>
    public Func<TimeSpan, TimeSpan> WaitFor { get; init; } = asked => asked;

    /// <summary>Whether an attempt may be followed by another.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?, Exception?, bool> MayRepeat { get; init; } = RepeatRule.Allows;

    /// <summary>Whether a write may be repeated once after a read has shown that the first did not take effect.</summary>
    public bool RepeatWritesAfterReading { get; init; } = true;
}
