namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>One thing that somebody on duty has to know of.</summary>
/// <param name="Name">The alert's name.</param>
/// <param name="Cases">The labels of each case of it that holds now; none while all is well.</param>
internal sealed record AlertRule(string Name, Func<ClinicMetrics, IEnumerable<IReadOnlyDictionary<string, string>>> Cases)
{
    /// <summary>A rule with one case.</summary>
    public static AlertRule When(string name, Func<ClinicMetrics, bool> holds) =>
        new(name, metrics => holds(metrics) ? [new Dictionary<string, string> { ["severity"] = "page" }] : []);
}

/// <summary>The rules that are evaluated, and how.</summary>
/// <remarks>
/// The spans are those of a test build: a clinic in production counts over minutes, and a sponsor may take hours.
/// One refusal is no failure: tokens are refused now and then, and forged events arrive from anywhere.
/// </remarks>
internal sealed record AlertRules
{
    private static readonly TimeSpan Lately = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Stalled = TimeSpan.FromSeconds(4);

    public static AlertRule Tokens { get; } = AlertRule.When("OsiguTokenFailures", metrics => metrics.TokenFailures.Within(Lately) >= 3);

    public static AlertRule Webhooks { get; } =
        AlertRule.When("OsiguWebhookErrors", metrics => metrics.WebhookRejections.Within(Lately) + metrics.WebhookErrors.Within(Lately) >= 5);

    /// <summary>One alert for each request: whoever is on duty has to know which.</summary>
    public static AlertRule Stalls { get; } = new(
        "OsiguDecisionOverdue",
        metrics => metrics.Pending.Where(one => one.Age >= Stalled).Select(one => new Dictionary<string, string> { ["severity"] = "page", ["request"] = one.Request }));

    public IReadOnlyList<AlertRule> Rules { get; init; } = [Tokens, Webhooks, Stalls];

    /// <summary>How long something has to hold before it is told.</summary>
    public TimeSpan For { get; init; } = TimeSpan.Zero;

    /// <summary>After how long an alert that is firing is told again; null for once.</summary>
    public TimeSpan? RepeatAfter { get; init; }

    /// <summary>How long an alert fires before it is told as resolved, though it still holds, and then fires again; null for as long as it holds.</summary>
    public TimeSpan? PauseAfter { get; init; }

    /// <summary>Whether it is told as Alertmanager does.</summary>
    public bool InAlertmanagersFormat { get; init; }
}
