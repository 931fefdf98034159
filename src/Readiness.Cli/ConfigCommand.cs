using System.CommandLine;
using Readiness.Configuration;
using Readiness.Running.Profiles;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness config</c>: every key with its meaning, and the values that hold with where they come from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var command = new Command("config", "Lists every key of the configuration, and what holds here");
        var options = new ConfigurationOptions().Add(command);
        var schema = new Option<bool>("--schema") { Description = "Prints the JSON Schema of a configuration file, for editors, and nothing else" };
        command.Options.Add(schema);
        command.SetAction(line => line.GetValue(schema) ? ShowSchema() : Show(options.Read(line)));
        return command;
    }

    private static int ShowSchema()
    {
        Host.Output.Write(ConfigurationSchema.Render([.. Host.Profiles.Select(profile => profile.Vocabulary)]));
        return ExitCode.Ready;
    }

    private static int Show(ConfigurationInputs inputs)
    {
        var loaded = ConfigurationChoice.Load(Host.Profiles, inputs, []);
        var (values, profile) = loaded switch
        {
            ConfigurationResult.Loaded good => (good.Values, good.Configuration.Profile),
            ConfigurationResult.Refused refused => (refused.Values, Host.Profiles[0].Checklist.Profile),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Host.Say(ConfigurationHelp.RenderText([.. ConfigurationKeys.All, .. Host.Profile(profile).Vocabulary.Options.Select(option => option with { Path = $"sandbox.options.{option.Path}" })]));
        Host.Say("");
        Host.Say("What holds here");
        var width = values.Select(value => value.Key.Length).DefaultIfEmpty().Max();
        foreach (var value in values)
        {
            Host.Say($"  {value.Key.PadRight(width)}  {value.Value}  ({value.Source})");
        }

        if (loaded is not ConfigurationResult.Refused wrong)
        {
            return ExitCode.Ready;
        }

        Host.Say("");
        Host.Refuse(wrong);
        return ExitCode.Usage;
    }
}
