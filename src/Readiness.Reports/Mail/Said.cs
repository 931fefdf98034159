namespace Readiness.Reports.Mail;

/// <summary>A line of a letter.</summary>
/// <param name="IsEnglish">True for what the checks or the harness wrote, which is English in every language.</param>
internal sealed record Said(string Text, bool IsEnglish = false);
