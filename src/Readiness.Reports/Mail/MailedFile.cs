namespace Readiness.Reports.Mail;

/// <summary>A file that goes with the request.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
public sealed record MailedFile(string Name, ReadOnlyMemory<byte> Content)
{
    public const string Package = "package.zip";

    /// <summary>The files, in the order in which they are attached.</summary>
    public static IReadOnlyList<string> Names { get; } = [ReportFolder.CertificateFile, ReportFolder.AllureReportFile, Package];

    /// <summary>What is left out where the e-mail would be too large: the first choice of these that makes it fit.</summary>
    /// <remarks>
    /// The package goes first: it can be handed over by any way, for the body names its seal. Where the Allure report is too large even
    /// without it, the package stays and brings the Allure report along.
    /// </remarks>
    internal static IReadOnlyList<IReadOnlyList<string>> LeftOutInOrder { get; } =
    [
        [], [Package], [ReportFolder.AllureReportFile], [Package, ReportFolder.AllureReportFile], Names,
    ];

    internal string Type => Name.EndsWith(".zip", StringComparison.Ordinal) ? "application/zip" : "text/html; charset=utf-8";
}
