namespace Readiness.Configuration;

/// <summary>Keys that are right one by one and wrong together, and keys that nothing works without.</summary>
internal sealed class Contradictions(EffectiveSettings settings, ProfileVocabulary? profile, List<ConfigurationProblem> problems)
{
    private const string Launch = "integration.launch";
    private const string Command = "integration.launch.command";
    private const string Kind = "driver.kind";
    private const string Url = "driver.url";
    private const string Mapping = "driver.mapping";
    private const string Environment = "integration.launch.environment";
    private const string Listen = "sandbox.listen";
    private const string AuthorityDirectory = "sandbox.caDirectory";
    private const string Manager = "secrets.manager";
    private const string Channel = "secrets.rotation.channel";
    private const string ManagerListen = "secrets.managerListen";
    private const string Alerts = "monitoring.alerts";
    private const string AlertsUrl = "monitoring.url";
    private const string Metrics = "monitoring.metrics";
    private const string SinkTemplate = "{alerts.url}";

    /// <param name="complete">Whether every layer could be read; else nothing can be said to be missing.</param>
    public void Check(bool complete)
    {
        CheckAuthority();
        CheckManager();
        if (settings.IsMentioned(AttachContradictions.Attach))
        {
            new AttachContradictions(settings, profile, problems).Check();
        }

        if (complete)
        {
            CheckMapping();
            CheckMissing();
            CheckMonitoring();
            new ProductionContradictions(settings, problems).Check();
        }
    }

    private void CheckMapping()
    {
        var isMapped = "mapping".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase);
        if (isMapped && !settings.IsGiven(Mapping))
            Report(Kind, Mapping, "nothing says how the API is asked", "a JSON file; docs/driver-mapping.md shows one", $"set {Mapping}");
        else if (!isMapped && settings.IsGiven(Mapping))
            Report(Mapping, Mapping, $"there is a mapping, and {Kind} is {settings.Text(Kind)}", $"{Kind} mapping beside it", $"set {Kind} to mapping, or remove {Mapping}");
    }

    private void CheckAuthority()
    {
        if (settings.Text(Listen)?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true)
            return;
        if (settings.IsGiven(AuthorityDirectory))
            Report(AuthorityDirectory, AuthorityDirectory, "the sandbox speaks http, and has no certificate authority", $"{Listen} with https beside it", $"write https in {Listen}, or remove {AuthorityDirectory}");
        foreach (var (key, text) in LaunchTexts().Where(entry => !ConfigurationTemplates.IsOfAuthorityAlone(entry.Text) || !entry.Key.StartsWith(Environment, StringComparison.Ordinal)))
        {
            if (ConfigurationTemplates.UsedIn(text).FirstOrDefault(ConfigurationTemplates.OfAuthority.Contains) is { } name)
                Report(key, key, $"the sandbox speaks http, and has no certificate authority to fill in {{{name}}}", $"{Listen} with https, or the template alone in a variable, which is then left out", $"write https in {Listen}, or give {{{name}}} a variable of its own");
        }
    }

    private IEnumerable<(string Key, string Text)> LaunchTexts() =>
        settings.Map(Environment).Select(entry => ($"{Environment}.{entry.Key}", entry.Value)).Concat(settings.List($"{Launch}.args").Select(text => ($"{Launch}.args", text)));

    private void CheckManager()
    {
        if (settings.Text(ManagerListen) is { } listen && listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            Report(ManagerListen, ManagerListen, "the played manager does not speak https", "an http URL", "write http; in front of other hosts, put https into secrets.managerPublicUrl and end it at a proxy");

        var manager = settings.Text(Manager);
        if (manager is null && "manager".Equals(settings.Text(Channel), StringComparison.OrdinalIgnoreCase))
            Report(Channel, Channel, "no secrets manager is played", $"{Manager} beside it", $"set {Manager} to vault or aws");

        foreach (var (key, text) in LaunchTexts())
        {
            var used = ConfigurationTemplates.UsedIn(text);
            if (!"vault".Equals(manager, StringComparison.OrdinalIgnoreCase) && used.FirstOrDefault(ConfigurationTemplates.OfVault.Contains) is { } vault)
                Report(key, key, $"no Vault is played to fill in {{{vault}}}", $"{Manager} vault beside the templates of Vault", $"set {Manager} to vault");
            else if (!"aws".Equals(manager, StringComparison.OrdinalIgnoreCase) && used.FirstOrDefault(ConfigurationTemplates.OfAws.Contains) is { } aws)
                Report(key, key, $"no AWS Secrets Manager is played to fill in {{{aws}}}", $"{Manager} aws beside the templates of AWS", $"set {Manager} to aws");
        }
    }

    private void CheckMonitoring()
    {
        switch (settings.Text(Alerts)?.ToLowerInvariant())
        {
            case null:
                if (new[] { AlertsUrl, "monitoring.symptoms", Metrics }.FirstOrDefault(settings.IsGiven) is { } idle)
                    Report(idle, Alerts, "nothing says how alerts are seen", "sink, alertmanager or prometheus", $"set {Alerts}, or remove what else stands below monitoring");
                return;
            case "sink" when settings.Text(AlertsUrl) is { } url && url.StartsWith("https:", StringComparison.OrdinalIgnoreCase):
                Report(AlertsUrl, AlertsUrl, "the sink does not speak https", "an http URL", "write http, and end https at a proxy where it is needed");
                break;
            case "sink" when settings.Text(AlertsUrl) is null && !TellsTheSink():
                Report(Alerts, Alerts, $"nothing tells the integration where its alerts go: {SinkTemplate} stands nowhere", $"{SinkTemplate} in an argument or a variable of the launch, or a fixed {AlertsUrl}", $"hand {SinkTemplate} over in integration.launch.environment, or set {AlertsUrl} to the address that the alerts are posted to");
                break;
            case "alertmanager" or "prometheus" when settings.Text(AlertsUrl) is null:
                Report(Alerts, AlertsUrl, "no URL is set", "the URL that Alertmanager or Prometheus answers at", $"set {AlertsUrl}");
                break;
        }

        if (settings.IsGiven(Metrics) && !string.Equals(settings.Text(Alerts), "prometheus", StringComparison.OrdinalIgnoreCase))
            Report(Metrics, Metrics, $"only Prometheus knows metrics, and {Alerts} is {settings.Text(Alerts)}", $"no metrics, or {Alerts} set to prometheus", $"remove {Metrics}");
    }

    private bool TellsTheSink() =>
        settings.List($"{Launch}.args").Concat(settings.Map($"{Launch}.environment").Values).Any(value => value.Contains(SinkTemplate, StringComparison.Ordinal));

    private void CheckMissing()
    {
        new ManualContradictions(settings, problems).Check();
        var attached = settings.IsMentioned(AttachContradictions.Attach);
        var isReached = settings.IsGiven(Url) || "stdio".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase) || ManualContradictions.IsManual(settings);
        if (!attached && !settings.IsGiven(Launch) && !isReached)
            Report("integration", "integration", "nothing says how the integration is launched and reached", $"{Command} and {Url}", $"set {Command} to the program to start, and {Url} to where operations are posted");
        else if (!attached && !settings.IsGiven(Command))
            Report(settings.IsGiven(Launch) ? Launch : "integration", Command, "there is no command", "the program to start", $"set {Command}");
        else if (!isReached)
            Report("driver", Url, "no URL is set", "the URL that operations are posted to", $"set {Url}");
    }

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
