using Readiness.Configuration;

namespace Readiness.Running.Doctoring;

/// <summary>What the integration is given and finds: variables, arguments, settings in its folder, and what it wrote so far.</summary>
internal static class Surroundings
{
    private const int MostPlaces = 5;
    private const long LargestFile = 1024 * 1024;

    private static readonly string[] Proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "GLOBAL_AGENT_HTTP_PROXY", "GLOBAL_AGENT_HTTPS_PROXY"];
    private static readonly string[] ProxyOptions = ["-Dhttp.proxyHost", "-Dhttps.proxyHost", "-DsocksProxyHost"];

    private static readonly string[] SettingFiles =
    [
        ".env", ".env.*", "appsettings*.json", "application*.yml", "application*.yaml", "application*.properties", "config*.json", "config*.yml", "config*.yaml", "settings*.json", "settings*.py", "*.ini", "*.toml",
    ];

    private static readonly string[] SettingFolders = ["", "config", "conf", Path.Combine("src", "main", "resources")];

    /// <summary>The names of variables that send HTTP to a proxy, as the integration has them. A value may hold a password, and is not told.</summary>
    public static IReadOnlyList<string> ProxyVariables(RunContext context) =>
    [
        .. Variables(context)
            .Where(entry => entry.Value.Length > 0 && (Proxies.Contains(entry.Key, StringComparer.OrdinalIgnoreCase) || ProxyOptions.Any(option => entry.Value.Contains(option, StringComparison.Ordinal))))
            .Select(entry => entry.Key)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Where one of the providers' hosts is named, the sandbox's own and production's, a few places at most.</summary>
    /// <param name="output">What the integration wrote so far.</param>
    public static IReadOnlyList<string> ProviderHosts(RunContext context, IEnumerable<string> output)
    {
        var hosts = context.Configuration.Hosts;
        IReadOnlyList<string> all = [.. hosts.Production, .. hosts.Sandbox];
        return
        [
            .. Places(context).Concat(output.Select(line => (Where: "its output", Text: line)))
                .Select(place => (place.Where, Host: HostNames.NamedIn(place.Text, all)))
                .Where(place => place.Host is not null)
                .Select(place => $"{place.Host} in {place.Where}")
                .Distinct()
                .Take(MostPlaces),
        ];
    }

    /// <summary>The variables of the launched integration: those of this process, with the configured ones over them.</summary>
    public static IReadOnlyDictionary<string, string> Variables(RunContext context)
    {
        if (Launch(context) is null)
        {
            return new Dictionary<string, string>();
        }

        var own = ConfigurationSources.ProcessVariables();
        var all = own.ToDictionary();
        foreach (var (name, value) in Launch(context)?.Environment ?? new Dictionary<string, string>())
        {
            all[name] = SecretReference.Resolve(value, own);
        }

        return all;
    }

    private static LaunchSettings? Launch(RunContext context) => context.Configuration.Integration.Launch;

    private static IEnumerable<(string Where, string Text)> Places(RunContext context)
    {
        if (Launch(context) is not { } launch)
        {
            // What already runs has an environment and a folder of its own, which cannot be seen.
            yield break;
        }

        foreach (var (name, value) in Variables(context))
        {
            yield return ($"the variable {name}", value);
        }

        foreach (var argument in launch.Args)
        {
            yield return ("integration.launch.args", argument);
        }

        foreach (var (file, number, line) in Settings(launch.WorkingDirectory))
        {
            yield return ($"{file}:{number}", line);
        }
    }

    private static IEnumerable<(string File, int Number, string Line)> Settings(string root)
    {
        foreach (var folder in SettingFolders.Select(name => Path.Combine(root, name)).Where(Directory.Exists))
        {
            foreach (var file in SettingFiles.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)).Distinct().Order(StringComparer.Ordinal))
            {
                var number = 0;
                foreach (var line in Lines(file))
                {
                    yield return (Path.GetRelativePath(root, file), ++number, line);
                }
            }
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return new FileInfo(file).Length > LargestFile ? [] : File.ReadAllLines(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What this user cannot read the integration may read; it cannot be told then.
            return [];
        }
    }
}
