using System.CommandLine;
using Readiness.Running.Profiles;

namespace Readiness.Cli;

/// <summary>The options by which a command line sets keys of the configuration.</summary>
internal sealed class ConfigurationOptions
{
    private readonly Option<string?> config = new("--config") { Description = "The configuration file (readiness.json in the current folder unless given)" };
    private readonly Option<string?> environment = new("--environment") { Description = "Adds readiness.<environment>.json on top" };
    private readonly Option<string[]> set = new("--set") { Description = "Sets any key: --set driver.concurrency=2", AllowMultipleArgumentsPerToken = false };
    private readonly List<(Option<string?> Option, string Key)> keys = [];

    public ConfigurationOptions Add(Command command, params IEnumerable<(string Name, string Key, string Description)> shortcuts)
    {
        command.Options.Add(config);
        command.Options.Add(environment);
        command.Options.Add(set);
        foreach (var (name, key, description) in shortcuts)
        {
            var option = new Option<string?>(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };
            keys.Add((option, key));
            command.Options.Add(option);
        }

        return this;
    }

    public ConfigurationInputs Read(ParseResult line)
    {
        var values = new Dictionary<string, string>();
        foreach (var pair in line.GetValue(set) ?? [])
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            values[equals < 0 ? pair : pair[..equals]] = equals < 0 ? "" : pair[(equals + 1)..];
        }

        foreach (var (option, key) in keys.Where(entry => line.GetResult(entry.Option) is not null))
        {
            values[key] = line.GetValue(option) ?? "true";
        }

        return new ConfigurationInputs
        {
            Directory = Environment.CurrentDirectory,
            File = line.GetValue(config),
            Environment = line.GetValue(environment),
            CommandLine = values,
            OptionNames = keys.ToDictionary(entry => entry.Key, entry => entry.Option.Name),
        };
    }
}
