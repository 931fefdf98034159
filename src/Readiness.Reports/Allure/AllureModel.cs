namespace Readiness.Reports.Allure;

/// <summary>A test result as Allure 2 readers know it; also what Allure 3 reads.</summary>
internal sealed record AllureResult
{
    public required Guid Uuid { get; init; }

    /// <summary>Equal for the same scenario in every run.</summary>
    public required string HistoryId { get; init; }

    public required string TestCaseId { get; init; }

    public required string FullName { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> TitlePath { get; init; }

    public required string DescriptionHtml { get; init; }

    public required string Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public string Stage => "finished";

    /// <summary>Milliseconds since 1970.</summary>
    public required long Start { get; init; }

    public required long Stop { get; init; }

    public required IReadOnlyList<AllureLabel> Labels { get; init; }

    public required IReadOnlyList<AllureLink> Links { get; init; }

    public required IReadOnlyList<AllureStep> Steps { get; init; }

    public required IReadOnlyList<AllureAttachment> Attachments { get; init; }
}

internal sealed record AllureStatusDetails
{
    public required string Message { get; init; }

    /// <summary>True for a failure that somebody has accepted for a while.</summary>
    public bool? Muted { get; init; }
}

internal sealed record AllureLabel(string Name, string Value);

internal sealed record AllureLink(string Name, string Url, string Type);

/// <param name="Source">The file's name in the results folder. Readers want a file used once only, ending in <c>-attachment</c> and its extension.</param>
internal sealed record AllureAttachment(string Name, string Type, string Source);

internal sealed record AllureStep
{
    public required string Name { get; init; }

    public required string Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public string Stage => "finished";

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public IReadOnlyList<AllureStep> Steps { get; init; } = [];

    public IReadOnlyList<AllureAttachment> Attachments { get; init; } = [];
}
