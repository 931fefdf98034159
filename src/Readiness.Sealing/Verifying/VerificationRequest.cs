using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;

namespace Readiness.Sealing.Verifying;

/// <summary>What is verified, and against what.</summary>
public sealed record VerificationRequest
{
    /// <summary>The bytes of <c>package.zip</c>.</summary>
    public required ReadOnlyMemory<byte> Archive { get; init; }

    /// <summary>The key that must have sealed; null where none is known.</summary>
    public PublicKey? Key { get; init; }

    /// <summary>The seal's digest, as it came by another way than the package; null where it is not known.</summary>
    public string? SealDigest { get; init; }

    /// <summary>What was given out for this run; null where nothing was.</summary>
    public string? Nonce { get; init; }

    /// <summary>Files that came beside the package, such as the e-mail's other attachments: each must be the one in the package.</summary>
    public IReadOnlyList<PackageFile> Beside { get; init; } = [];

    public required DateTimeOffset Now { get; init; }

    /// <summary>The version of this harness: reports of another one are not made again.</summary>
    public required string HarnessVersion { get; init; }

    /// <summary>The profile of that name; null where this harness has none.</summary>
    public required Func<string, KnownProfile?> Profiles { get; init; }
}
