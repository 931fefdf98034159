namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>A token as granted. Opaque: it is never decoded.</summary>
internal sealed record AccessToken(string Value, TimeSpan Lifetime)
{
    /// <summary>A token has no business in a log.</summary>
    public override string ToString() => "access token";
}

/// <summary>How one request to the token endpoint ended.</summary>
internal abstract record TokenAnswer
{
    private TokenAnswer()
    {
    }

    public sealed record Granted(AccessToken Token) : TokenAnswer;

    /// <summary><c>429</c>.</summary>
    public sealed record Limited(TimeSpan? RetryAfter) : TokenAnswer;

    /// <summary>Any other <c>4xx</c>: the same request will meet the same answer.</summary>
    public sealed record Refused(int Status, string? Code) : TokenAnswer;

    /// <summary>No answer, a <c>5xx</c>, or one that could not be read.</summary>
    public sealed record Unavailable(int? Status) : TokenAnswer;
}
