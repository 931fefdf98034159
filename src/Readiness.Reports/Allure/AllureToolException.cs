namespace Readiness.Reports.Allure;

/// <summary>The Allure tool is missing, or does not do what is asked of it; the message says so in one line.</summary>
public sealed class AllureToolException(string message) : Exception(message);
