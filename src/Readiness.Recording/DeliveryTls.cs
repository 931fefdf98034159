namespace Readiness.Recording;

/// <summary>What came of TLS on a delivery over https.</summary>
public sealed record DeliveryTls
{
    /// <summary>Who vouches for the receiver's certificate: <c>system</c> for this machine's authorities, <c>declared</c> for one of <c>webhook.ca</c>,
    /// <c>itself</c> where the certificate itself stands there; null for nobody.</summary>
    public string? TrustedBy { get; init; }

    /// <summary>What is wrong, in words of <see cref="TlsFaults"/>; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whose certificate it is; null where none was shown.</summary>
    public string? Subject { get; init; }

    /// <summary>Who issued it; null where none was shown.</summary>
    public string? Issuer { get; init; }

    /// <summary>Until when it is good; null where none was shown.</summary>
    public DateTimeOffset? NotAfter { get; init; }
}
