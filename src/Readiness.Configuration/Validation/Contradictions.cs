namespace Readiness.Configuration;

/// <summary>Keys that are right one by one and wrong together, and keys that nothing works without.</summary>
internal sealed class Contradictions(EffectiveSettings settings, List<ConfigurationProblem> problems)
{
    private const string Launch = "integration.launch";
    private const string Command = "integration.launch.command";
    private const string Url = "driver.url";
    private const string Listen = "sandbox.listen";

    /// <param name="complete">Whether every layer could be read; else nothing can be said to be missing.</param>
    public void Check(bool complete)
    {
        if (settings.Text(Listen) is { } listen && listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            Report(Listen, Listen, "the sandbox does not speak https", "an http URL", "write http; in front of other hosts, put https into sandbox.publicUrl and end it at a proxy");
        if (complete) CheckMissing();
    }

    private void CheckMissing()
    {
        if (!settings.IsGiven(Launch) && !settings.IsGiven(Url))
            Report("integration", "integration", "nothing says how the integration is launched and reached", $"{Command} and {Url}", $"set {Command} to the program to start, and {Url} to where operations are posted");
        else if (!settings.IsGiven(Command))
            Report(settings.IsGiven(Launch) ? Launch : "integration", Command, "there is no command", "the program to start", $"set {Command}");
        else if (!settings.IsGiven(Url))
            Report("driver", Url, "no URL is set", "the URL that operations are posted to", $"set {Url}");
    }

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
