namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>The token that calls carry.</summary>
internal interface ITokenSource
{
    /// <exception cref="ProviderFault">There is no valid token, and none was to be had.</exception>
    Task<string> GetAsync(CancellationToken cancel);

    /// <summary>The provider answered <c>401</c> to this token: it is not handed out again.</summary>
    void Discard(string rejected);
}

/// <summary>One token for the whole process, renewed in time and by one request, however many calls wait for it.</summary>
internal sealed class TokenCache(ITokenIssuer issuer, IRenewalSchedule schedule, TimeProvider time) : ITokenSource
{
    /// <summary>After an early renewal failed, the token in hand serves on for so long before the next try.</summary>
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private Held? held;
    private Task<Held>? renewal;
    private DateTimeOffset noRenewalBefore = DateTimeOffset.MinValue;

    public async Task<string> GetAsync(CancellationToken cancel)
    {
        Task<Held> joined;
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (held is { } token && now < token.ExpiresAt)
            {
                if (now >= token.RenewAt && now >= noRenewalBefore)
                {
                    // Nobody waits for it, and RenewAsync keeps account of a failure.
                    renewal ??= Task.Run(RenewAsync, CancellationToken.None);
                }

                return token.Value;
            }

            joined = renewal ??= Task.Run(RenewAsync, CancellationToken.None);
        }

        return (await joined.WaitAsync(cancel)).Value;
    }

    public void Discard(string rejected)
    {
        lock (gate)
        {
            if (held?.Value == rejected)
            {
                held = null;
            }
        }
    }

    /// <summary>Runs once at a time. Whoever waits may give up waiting; the renewal itself is for all and goes on.</summary>
    private async Task<Held> RenewAsync()
    {
        try
        {
            var asked = time.GetUtcNow();
            var token = await issuer.IssueAsync(CancellationToken.None);
            var fresh = new Held(token.Value, asked + schedule.RenewAfter(token.Lifetime), asked + token.Lifetime);
            lock (gate)
            {
                held = fresh;
                renewal = null;
            }

            return fresh;
        }
        catch
        {
            lock (gate)
            {
                noRenewalBefore = time.GetUtcNow() + PauseAfterFailure;
                renewal = null;
            }

            throw;
        }
    }

    private sealed record Held(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);
}
