namespace Readiness.Configuration;

/// <summary>What cannot work where the integration already runs: whatever only the launch could tell it.</summary>
internal sealed class AttachContradictions(EffectiveSettings settings, ProfileVocabulary? profile, List<ConfigurationProblem> problems)
{
    public const string Attach = "integration.attach";
    public const string RestartCommand = "integration.attach.restart.command";
    private const string Restart = "integration.attach.restart";
    private const string Prompt = "integration.attach.restart.prompt";
    private const string Kind = "driver.kind";
    private const string Launch = "integration.launch";
    private const string Listen = "sandbox.listen";
    private const string PublicUrl = "sandbox.publicUrl";
    private const string Port = "integration.port";
    private const string Manager = "secrets.manager";
    private const string Channel = "secrets.rotation.channel";

    private static readonly string[] OfTheCommand = ["args", "workingDirectory", "environment"];
    private static readonly string[] WithPort = ["driver.url", "webhook.url", $"{Attach}.ready"];

    public void Check()
    {
        if (settings.IsWritten(Launch))
            Report(Attach, Attach, $"{Launch} is set as well: the integration either already runs or is started", $"{Launch} or {Attach}", "remove one of the two");
        if (settings.Text(PublicUrl) is null && Uri.TryCreate(settings.Text(Listen), UriKind.Absolute, out var listen) && listen.Port == 0)
            Report(Attach, Listen, "a running integration has an address of the sandbox in its settings, and port 0 takes another one in every run", $"a fixed port in {Listen}, or {PublicUrl}", $"set {Listen} to the address that the integration calls, such as http://127.0.0.1:8085, or {PublicUrl} where it calls another one");
        foreach (var key in WithPort.Where(key => settings.Text(Port) is "0" && settings.Text(key)?.Contains($"{{{ConfigurationTemplates.IntegrationPort}}}", StringComparison.Ordinal) == true))
            Report(key, key, $"{{{ConfigurationTemplates.IntegrationPort}}} is a free port unless {Port} is set, and a running integration does not listen there", "the port that it listens on", $"write the port into {key}, or set {Port}");
        if (settings.IsWritten(Manager))
            Report(Manager, Manager, "what opens the played manager is made anew for every run, and a running integration cannot know it", $"an integration that is started with {Launch}", $"leave {Manager} out, or have the integration started");
        if ("stdio".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase))
            Report(Kind, Kind, "the standard input of a program that already runs belongs to somebody else", $"an integration that is started with {Launch}, or another {Kind}", $"have the integration started, or set {Kind} to http or mapping");
        CheckRestart();
        CheckRotation();
    }

    private void CheckRestart()
    {
        if (settings.IsGiven(RestartCommand) && settings.IsTrue(Prompt))
            Report(Prompt, Prompt, "a command restarts the integration, and a person is asked as well", $"{RestartCommand} or {Prompt}", "remove one of the two");
        foreach (var idle in OfTheCommand.Select(name => $"{Restart}.{name}").Where(key => settings.IsGiven(key) && !settings.IsGiven(RestartCommand)))
            Report(idle, RestartCommand, $"there is no command that {idle} belongs to", "the program that starts the integration again", $"set {RestartCommand}");
    }

    private void CheckRotation()
    {
        if (!settings.IsWritten(Channel) || profile is null) return;
        var (command, prompt) = (settings.IsGiven(RestartCommand), settings.IsTrue(Prompt));
        var unreached = profile.Credentials.Where(one => one.IsSecret).Select(one => one.Name)
            .Where(name => CredentialReference.Parse(settings.Text($"{CredentialCheck.Section}.{name}") ?? "") is { Variable: not null }).ToList();
        switch (settings.Text(Channel)?.ToLowerInvariant())
        {
            case "file" when unreached.Count > 0:
                Report(Channel, Channel, $"{string.Join(" and ", unreached)} {Verb(unreached)} given by a variable, and a running program does not see a new one", "file:PATH for every secret", $"give {string.Join(" and ", unreached)} as file:PATH, name restart, or leave {Channel} out");
                break;
            case "restart" when !command && !prompt:
                Report(Channel, RestartCommand, "nothing says how the integration is restarted with a new secret", $"{RestartCommand}, or {Prompt}", $"set {RestartCommand}, or leave {Channel} out");
                break;
            case "restart" when unreached.Where(name => !HandsOver(name)).ToList() is { Count: > 0 } lost:
                Report(Channel, Channel, $"{string.Join(" and ", lost)} {Verb(lost)} given by a variable, and nothing hands a new one to the restart command", $"{string.Join(" and ", lost.Select(name => $"{{{name}}}"))} in {Restart}.environment, or file:PATH for it", $"hand the template over in {Restart}.environment, give the secret as file:PATH, or leave {Channel} out");
                break;
        }
    }

    private bool HandsOver(string name) =>
        settings.IsGiven(RestartCommand) && settings.Map($"{Restart}.environment").Values.Concat(settings.List($"{Restart}.args")).Any(value => value.Contains($"{{{name}}}", StringComparison.Ordinal));

    private static string Verb(List<string> names) => names.Count == 1 ? "is" : "are";

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
