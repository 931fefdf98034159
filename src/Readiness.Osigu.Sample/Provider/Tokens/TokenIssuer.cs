namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>Brings a new token, with bounded patience.</summary>
internal interface ITokenIssuer
{
    /// <exception cref="ProviderFault">No token was to be had; the kind says whether waiting helps.</exception>
    Task<AccessToken> IssueAsync(CancellationToken cancel);
}

/// <summary>
/// Asks at most three times. A short <c>Retry-After</c> is waited for; a long one, or none, is told to the caller, and the
/// endpoint is left alone until then: hammering it would lock out the whole clinic.
/// </summary>
internal sealed class TokenIssuer(ITokenExchange exchange, TimeProvider time) : ITokenIssuer
{
    /// <summary>What a log says while the endpoint is left alone.</summary>
    public const string Closed = "the token endpoint asked this clinic to wait";

    private const int Attempts = 3;

    /// <summary>What a clerk can be asked to wait for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>The limit is ten a minute: one in six seconds never breaks it.</summary>
    private static readonly TimeSpan PauseWhenNotTold = TimeSpan.FromSeconds(6);

    private DateTimeOffset closedUntil = DateTimeOffset.MinValue;

    public async Task<AccessToken> IssueAsync(CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (time.GetUtcNow() < closedUntil)
            {
                throw Busy();
            }

            switch (await exchange.AskAsync(cancel))
            {
                case TokenAnswer.Granted granted:
                    return granted.Token;

                case TokenAnswer.Limited { RetryAfter: { } asked } when asked <= LongestWait && attempt < Attempts:
                    await Task.Delay(asked, time, cancel);
                    break;

                case TokenAnswer.Limited limited:
                    closedUntil = time.GetUtcNow() + (limited.RetryAfter ?? PauseWhenNotTold);
                    throw Busy();

                case TokenAnswer.Refused refused:
                    throw new ProviderFault(
                        FaultKind.CredentialsRefused, refused.Status, refused.Code, "the token endpoint refused this clinic's credentials");

                case TokenAnswer.Unavailable when attempt < Attempts:
                    await Task.Delay(TimeSpan.FromSeconds(attempt * (0.75 + (Random.Shared.NextDouble() / 2))), time, cancel);
                    break;

                case TokenAnswer.Unavailable unavailable:
                    throw new ProviderFault(FaultKind.Outage, unavailable.Status, null, "the token endpoint did not grant a token");
            }
        }
    }

    private static ProviderFault Busy() =>
        new(FaultKind.Busy, 429, null, Closed);
}
