using Readiness.Reports.Languages;
using Readiness.Verdicts;

namespace Readiness.Reports.Mail;

/// <summary>What the request is made of.</summary>
public sealed record RequestSource
{
    public required RunResult Run { get; init; }

    public required ReportTexts Texts { get; init; }

    /// <summary>The certificate's number.</summary>
    public required string Certificate { get; init; }

    /// <summary>The SHA-256 of the package's seal, 64 hexadecimal digits.</summary>
    public required string SealDigest { get; init; }

    /// <summary>The id of the key that sealed; null where it was made for the package alone.</summary>
    public required string? Issuer { get; init; }

    /// <summary>The files of the run that may be attached; one that was not made is missing.</summary>
    public required IReadOnlyList<MailedFile> Files { get; init; }

    /// <summary>The day on which the request is made, in UTC: what has expired by then confirms nothing.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The most that the e-mail may measure, encoded as it is sent, in megabytes of 1 000 000 bytes.</summary>
    public required int MaxMegabytes { get; init; }
}
