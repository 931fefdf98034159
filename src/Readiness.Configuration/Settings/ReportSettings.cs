namespace Readiness.Configuration;

/// <summary>What the reports for people look like.</summary>
public sealed record ReportSettings
{
    /// <summary><c>en</c>, <c>es</c> or <c>pt-BR</c>.</summary>
    public required string Language { get; init; }

    /// <summary>For how many months the certificate is valid, 1 to 24.</summary>
    public required int ValidMonths { get; init; }
}
