namespace Readiness.Reports.Mail;

/// <summary>One of several things in a letter.</summary>
/// <param name="Name">What it is called, such as <c>C1</c>.</param>
/// <param name="Below">What is said of it, a line each.</param>
internal sealed record Point(string Name, string Text, IReadOnlyList<Said> Below);
