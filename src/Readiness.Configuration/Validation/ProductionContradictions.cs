namespace Readiness.Configuration;

/// <summary>What is declared of production has to lead to another place than the sandbox, or a mistake in the configuration would look like one of the integration.</summary>
internal sealed class ProductionContradictions(EffectiveSettings settings, List<ConfigurationProblem> problems)
{
    public const string Section = "production";
    public const string Process = "production.process";
    private const string Driver = "production.driver.url";
    private const string Kind = "driver.kind";
    private const string Ready = "production.launch.ready";
    private const string Launch = "production.launch";
    private const string Port = "production.port";
    private const string Listen = "production.listen";

    private static readonly string[] Needing = [Launch, "production.driver", "production.webhook", "production.publicUrl"];

    /// <summary>True where the second sandbox is played.</summary>
    public static bool IsDeclared(EffectiveSettings settings) => settings.Text(Process) is not null;

    /// <summary>The second process's variables: those of the first as they hold for production, and what is written of production itself.</summary>
    public static IReadOnlyDictionary<string, string> Environment(EffectiveSettings settings)
    {
        var merged = settings.Map("integration.launch.environment").ToDictionary(entry => entry.Key, entry => ConfigurationTemplates.InProduction(entry.Value));
        foreach (var (name, value) in settings.Map($"{Launch}.environment"))
        {
            merged[name] = value;
        }

        return merged;
    }

    public static IReadOnlyList<string> Arguments(EffectiveSettings settings) => settings.IsGiven($"{Launch}.args")
        ? settings.List($"{Launch}.args")
        : [.. settings.List("integration.launch.args").Select(ConfigurationTemplates.InProduction)];

    /// <summary>The URL that is written of production; else the sandbox's at production's port, and null where that leads to the sandbox's own.</summary>
    public static string? Url(EffectiveSettings settings, string own, string sandbox) =>
        settings.Text(own) ?? (settings.Text(sandbox) is { } url && ConfigurationTemplates.InProduction(url) is var moved && moved != url ? moved : null);

    public void Check()
    {
        if (settings.Text(Listen) is { } listen && listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
        {
            Report(Listen, Listen, "production's sandbox does not speak https", "an http URL", "write http; in front of other hosts, put https into production.publicUrl and end it at a proxy");
        }

        if (!IsDeclared(settings))
        {
            CheckIdle();
        }
        else if (!settings.IsGiven("integration.launch.command"))
        {
            Report(Process, Process, "the harness does not launch the integration, so that it can hand production's credentials to nobody", "integration.launch beside it", $"launch the integration, or remove {Section}");
        }
        else if ("manual".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase))
        {
            Report(Process, Process, $"a person cannot be asked to work in two environments at once, and {Kind} is manual", "a driver that needs no person", $"remove {Section}; a named person states then that the environments are kept apart");
        }
        else if ("same".Equals(settings.Text(Process), StringComparison.OrdinalIgnoreCase))
        {
            CheckSame();
        }
        else
        {
            CheckSecond();
        }
    }

    private void CheckIdle()
    {
        var idle = Needing.FirstOrDefault(settings.IsMentioned) ?? (settings.IsMentioned(Section) && !settings.IsGiven(Section) ? Section : null);
        if (idle is not null)
            Report(idle, Process, "nothing says how the integration runs against production", "second or same", $"set {Process}, or remove what else stands below {Section}");
        foreach (var (key, text) in Texts("integration.launch"))
            if (ConfigurationTemplates.UsedIn(text).FirstOrDefault(ConfigurationTemplates.OfProduction.Contains) is { } used)
                Report(key, key, $"no production is played to fill in {{{used}}}", $"{Process} beside the templates of production", $"set {Process}");
    }

    private void CheckSame()
    {
        if ("stdio".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase))
            Report(Process, Process, $"one process has one standard input, and {Kind} is stdio", "second, or a driver with addresses", $"set {Process} to second");
        else if (settings.Text(Driver) is null)
            Report(Process, Driver, "no URL is set, and the one process has to be told which environment is meant", "the URL that operations in production are posted to", $"set {Driver}");
        else if (settings.Text(Driver) == settings.Text("driver.url"))
            Report(Driver, Driver, "operations in production go where those in the sandbox go", "an address of its own", $"correct {Driver}");
        if (settings.IsMentioned(Launch))
            Report(Launch, Launch, $"nothing is launched for production where {Process} is same", $"{Process} second, or no {Launch}", $"remove {Launch}");
    }

    private void CheckSecond()
    {
        CheckElsewhere(Driver, "driver.url");
        if (settings.Text("integration.launch.ready") is not null)
            CheckElsewhere(Ready, "integration.launch.ready");
        if (settings.Text(Port) is { } port && port != "0" && port == settings.Text("integration.port"))
            Report(Port, Port, $"{port} is the port of the first process", "a port of its own, or 0", $"correct {Port}");

        // The played manager holds the sandbox's secrets; handing them to production would be the harness's own mistake.
        foreach (var text in Environment(settings).Values.Concat(Arguments(settings)))
            if (ConfigurationTemplates.UsedIn(text).FirstOrDefault(name => ConfigurationTemplates.OfVault.Contains(name) || ConfigurationTemplates.OfAws.Contains(name)) is { } used)
                Report(Process, Launch, $"{{{used}}} leads to the sandbox's secrets", "what production is handed in its place", $"say below {Launch} how the second process gets at production's secrets, such as {{production.secrets.dir}}");
    }

    /// <summary>A second process at the first one's address would never be asked.</summary>
    private void CheckElsewhere(string own, string sandbox)
    {
        if (settings.Text(sandbox) is { } url && (Url(settings, own, sandbox) is not { } moved || moved == url))
            Report(settings.Text(own) is null ? Process : own, own, $"it is {sandbox}, where the first process answers", $"an address of its own; {{{ConfigurationTemplates.IntegrationPort}}} in {sandbox} becomes {{{ConfigurationTemplates.ProductionPort}}}", $"set {own}");
    }

    private IEnumerable<(string Key, string Text)> Texts(string launch) =>
        settings.Map($"{launch}.environment").Select(entry => ($"{launch}.environment.{entry.Key}", entry.Value))
            .Concat(settings.List($"{launch}.args").Select(text => ($"{launch}.args", text)));

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
