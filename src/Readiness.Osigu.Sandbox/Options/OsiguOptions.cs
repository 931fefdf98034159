namespace Readiness.Osigu.Sandbox;

/// <summary>How the sandbox behaves where the provider's documentation contradicts itself or is silent.</summary>
/// <remarks>Every default is the reading that the guides show, or the stricter one for the partner.</remarks>
public sealed record OsiguOptions
{
    public TokenFormat TokenFormat { get; init; }

    /// <summary>Life of a token. 3600 s unless set; under 900 s clients that renew early look as if they did not cache.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(3600);

    public GrantTypePlace GrantTypePlace { get; init; }

    /// <summary>True to refuse credentials in the body or the query of a token request also beside a good Basic header; false to let a check judge them.</summary>
    public bool BasicOnly { get; init; }

    public IdStyle Ids { get; init; }

    public Vocabulary ProductTypes { get; init; }

    public Vocabulary AuthorizationStatuses { get; init; }

    public Vocabulary ClaimStatuses { get; init; }

    public ErrorShape Errors { get; init; }

    /// <summary>True to refuse with 429 above the limits; false to count and annotate only, as a run does.</summary>
    public bool EnforceLimits { get; init; }

    /// <summary>Accepted token requests in any 60 s, for a client.</summary>
    public int TokenLimit { get; init; } = 10;

    /// <summary>Accepted API calls in any 60 s, for a client.</summary>
    public int GeneralLimit { get; init; } = 50;

    public RetryAfterForm RetryAfter { get; init; }

    /// <summary>How long the asynchronous sponsor takes to decide. The caller scales it to the pace of the run.</summary>
    public TimeSpan DecisionDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a sponsor takes to decide a settlement; null to leave it to whoever asks for it.</summary>
    public TimeSpan? SettlementDelay { get; init; }

    /// <summary>Status of a <c>complete</c> call that stays in <c>PENDING_INDICATION</c>.</summary>
    public int PendingIndicationStatus { get; init; } = 200;

    /// <summary>True where a second start is refused with 409 also while the first one is only started.</summary>
    public bool ConflictWhileStarted { get; init; } = true;

    public string SynchronousSponsor { get; init; } = "sponsor-sandbox";

    public string AsynchronousSponsor { get; init; } = "sponsor-sandbox-async";

    /// <summary>How long an authorization can be redeemed.</summary>
    public TimeSpan AuthorizationLifetime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a one-time password holds.</summary>
    public TimeSpan OtpLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>How long the token of a validated password holds.</summary>
    public TimeSpan OtpTokenLifetime { get; init; } = TimeSpan.FromSeconds(300);

    /// <summary>Wrong codes after which a password is spoilt.</summary>
    public int OtpAttempts { get; init; } = 5;

    /// <summary>Where biometric readings are sent.</summary>
    public string BiometricReadings { get; init; } = "/arc/v1/biometric-readings";

    /// <summary>The field of a prescription of version 2 that carries the signed hash.</summary>
    public string SignedHashField { get; init; } = "signed_hash";

    /// <summary>Largest <c>size</c> of a page; a larger one is lowered to it.</summary>
    public int LargestPage { get; init; } = 100;

    public RetryTrigger WebhookRetryOn { get; init; }

    /// <summary>Gaps between attempts at one event; it is given up after the last.</summary>
    public IReadOnlyList<TimeSpan> WebhookRetryDelays { get; init; } = [TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(300)];

    public PublishedEvents PublishedEvents { get; init; }

    /// <summary>The version of the event envelope.</summary>
    public string EventApiVersion { get; init; } = "2026-01-01";

    /// <summary>False to leave <c>provider.provider_id</c> out of events, as one official example does.</summary>
    public bool EventProviderId { get; init; } = true;

    /// <summary>Every option that can be set.</summary>
    public static IReadOnlyList<OsiguOptionKey> Keys { get; } = [.. OptionTable.All.Select(option => option.Key)];

    /// <summary>Reads options from texts. All problems are reported, not the first.</summary>
    public static OsiguOptionsResult Parse(IReadOnlyDictionary<string, string> values)
    {
        var options = new OsiguOptions();
        var problems = new List<OsiguOptionProblem>();
        foreach (var (key, text) in values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (OptionTable.All.FirstOrDefault(option => option.Key.Key.Equals(key, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                problems.Add(new OsiguOptionProblem(key, "no option of that name", string.Join(", ", Keys.Select(option => option.Key))));
            }
            else if (known.Apply(options, text.Trim()) is { } changed)
            {
                options = changed;
            }
            else
            {
                problems.Add(new OsiguOptionProblem(key, $"'{text}' cannot be used", known.Key.Type));
            }
        }

        return problems.Count > 0 ? new OsiguOptionsResult { Problems = problems } : new OsiguOptionsResult { Options = options };
    }
}
