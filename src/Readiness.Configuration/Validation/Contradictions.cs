namespace Readiness.Configuration;

/// <summary>Keys that are right one by one and wrong together.</summary>
internal sealed class Contradictions(EffectiveSettings settings, List<ConfigurationProblem> problems)
{
    private const string Attach = "integration.attach";
    private const string Launch = "integration.launch";
    private const string Command = "integration.launch.command";
    private const string Kind = "driver.kind";
    private const string Url = "driver.url";

    private bool IsStdio => string.Equals(settings.Text(Kind), "stdio", StringComparison.OrdinalIgnoreCase);

    /// <param name="complete">Whether every layer could be read; else nothing can be said to be missing.</param>
    public void Check(bool complete)
    {
        if (settings.IsTrue(Attach) && settings.IsGiven(Launch))
            Report(Attach, Attach, $"attach is true, and launch is set in {settings.Where(Launch)}", "either an integration that is already running, or one that the harness launches", $"remove {Attach} or {Launch}; null takes a section of a lower layer away");
        if (settings.IsTrue("integration.restart.prompt") && settings.IsGiven("integration.restart.command"))
            Report("integration.restart.prompt", "integration.restart.prompt", $"a person is asked, and a command is set in {settings.Where("integration.restart.command")}", "one way to restart the integration", "remove integration.restart.prompt or integration.restart.command");
        CheckPort();
        if (complete) CheckMissing();
    }

    private void CheckMissing()
    {
        if (!settings.IsGiven(Launch) && !settings.IsTrue(Attach) && !settings.IsGiven(Url))
        {
            Report("integration", "integration", "nothing says how the integration is reached", $"{Command}, or {Attach} with {Url}", $"set {Command} and {Url} to have it launched, or {Attach} to true and {Url} if it is running");
            return;
        }

        if (IsStdio && !settings.IsGiven(Launch))
            Report(Kind, Kind, "the driver is stdio, and nothing is launched", $"{Command}, for only a launched process has standard input and output to talk over", $"set {Command}, or set {Kind} to http");
        if (!IsStdio && !settings.IsGiven(Url))
            Report(settings.IsGiven(Kind) ? Kind : "driver", Url, "the driver is http, and no URL is set", "the URL that operations are posted to", $"set {Url}, or set {Kind} to stdio");
        RequireCommand(Launch, Command);
        RequireCommand("integration.restart.args", "integration.restart.command");
    }

    private void CheckPort()
    {
        if (!settings.IsTrue(Attach) || settings.Text("integration.port") != "0") return;
        foreach (var setting in settings.All.Where(s => s.Value.Contains($"{{{ConfigurationTemplates.IntegrationPort}}}", StringComparison.Ordinal) && s.Key.Kind == ConfigurationValueKind.Url))
            Report(setting.Path, setting.Path, "the port of a running integration is not known", "integration.port, or the port itself", "set integration.port to the port that it listens on");
    }

    private void RequireCommand(string section, string command)
    {
        if (settings.IsGiven(section) && !settings.IsGiven(command))
            Report(section, command, "there is no command", "the program to start", $"set {command}, or remove {section}");
    }

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
