namespace Readiness.Osigu.Sandbox;

/// <summary>A password that was sent to a person, until it is used, spoilt or too old.</summary>
internal sealed class OneTimePassword : IResource
{
    public required string Id { get; init; }

    public string? Stimulus { get; init; }

    public required string BeneficiaryId { get; init; }

    public required string Code { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong codes that were tried.</summary>
    public int Failures { get; private set; }

    public bool IsUsed { get; private set; }

    public bool IsLive(DateTimeOffset now, int attempts) => !IsUsed && now < ExpiresAt && Failures < attempts;

    /// <summary>Tries a code.</summary>
    /// <returns>Why it is not taken; null where it is, and then never again.</returns>
    public string? Try(string code, DateTimeOffset now, int attempts)
    {
        if (IsUsed)
        {
            return "the one-time password was used already";
        }

        if (now >= ExpiresAt)
        {
            return "the one-time password has expired";
        }

        if (Failures >= attempts)
        {
            return "too many wrong codes were tried";
        }

        if (code != Code)
        {
            Failures++;
            return "the code is wrong";
        }

        IsUsed = true;
        return null;
    }
}

/// <summary>What a validated password is worth: one sensitive call for one person, soon.</summary>
internal sealed record VerificationToken(string Value, string BeneficiaryId, DateTimeOffset ExpiresAt)
{
    public bool IsUsed { get; set; }
}

/// <summary>A fingerprint or a face that was read and accepted.</summary>
internal sealed record BiometricReading(string Id, string? Stimulus, string BeneficiaryId) : IResource;
