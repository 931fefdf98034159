namespace Readiness.Configuration;

/// <summary>Keys that are right one by one and wrong together, and keys that nothing works without.</summary>
internal sealed class Contradictions(EffectiveSettings settings, List<ConfigurationProblem> problems)
{
    private const string Launch = "integration.launch";
    private const string Command = "integration.launch.command";
    private const string Url = "driver.url";
    private const string Listen = "sandbox.listen";
    private const string Manager = "secrets.manager";
    private const string Channel = "secrets.rotation.channel";
    private const string ManagerListen = "secrets.managerListen";

    /// <param name="complete">Whether every layer could be read; else nothing can be said to be missing.</param>
    public void Check(bool complete)
    {
        if (settings.Text(Listen) is { } listen && listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            Report(Listen, Listen, "the sandbox does not speak https", "an http URL", "write http; in front of other hosts, put https into sandbox.publicUrl and end it at a proxy");
        CheckManager();
        if (complete) CheckMissing();
    }

    private void CheckManager()
    {
        if (settings.Text(ManagerListen) is { } listen && listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            Report(ManagerListen, ManagerListen, "the played manager does not speak https", "an http URL", "write http; in front of other hosts, put https into secrets.managerPublicUrl and end it at a proxy");

        var manager = settings.Text(Manager);
        if (manager is null && "manager".Equals(settings.Text(Channel), StringComparison.OrdinalIgnoreCase))
            Report(Channel, Channel, "no secrets manager is played", $"{Manager} beside it", $"set {Manager} to vault or aws");

        foreach (var (key, text) in settings.Map("integration.launch.environment").Select(entry => ($"integration.launch.environment.{entry.Key}", entry.Value))
            .Concat(settings.List("integration.launch.args").Select(text => ("integration.launch.args", text))))
        {
            var used = ConfigurationTemplates.UsedIn(text);
            if (!"vault".Equals(manager, StringComparison.OrdinalIgnoreCase) && used.FirstOrDefault(ConfigurationTemplates.OfVault.Contains) is { } vault)
                Report(key, key, $"no Vault is played to fill in {{{vault}}}", $"{Manager} vault beside the templates of Vault", $"set {Manager} to vault");
            else if (!"aws".Equals(manager, StringComparison.OrdinalIgnoreCase) && used.FirstOrDefault(ConfigurationTemplates.OfAws.Contains) is { } aws)
                Report(key, key, $"no AWS Secrets Manager is played to fill in {{{aws}}}", $"{Manager} aws beside the templates of AWS", $"set {Manager} to aws");
        }
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
