using System.Text;

namespace Readiness.Configuration;

/// <summary>What the keys say about themselves, for the terminal and for <c>docs/configuration.md</c>.</summary>
public static class ConfigurationHelp
{
    /// <summary>The help of <c>readiness config</c>: every key with what it expects, its default and its meaning.</summary>
    public static string RenderText(IReadOnlyList<ConfigurationKey> keys)
    {
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            text.Append(key.Path).Append('\n')
                .Append("  ").Append(Form(key)).Append(key.Default is null ? "" : $"; {key.Default} unless set").Append('\n')
                .Append("  ").Append(key.Meaning).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The page <c>docs/configuration.md</c>, as it must stand in the repository.</summary>
    public static string RenderPage()
    {
        var page = new StringBuilder(Introduction);
        foreach (var section in ConfigurationKeys.All.GroupBy(key => key.Path.Contains('.', StringComparison.Ordinal) ? key.Path.Split('.')[0] : "At the top"))
        {
            page.Append("\n## ").Append(section.Key).Append("\n\n| key | expects | default | meaning |\n|---|---|---|---|\n");
            foreach (var key in section)
                page.Append("| `").Append(key.Path).Append("` | ").Append(Form(key)).Append(" | ").Append(key.Default is null ? "" : $"`{key.Default}`").Append(" | ").Append(key.Meaning).Append(" |\n");
        }

        return page.Append("\n## Templates\n\n`{secrets.dir}` is a folder with the credentials as files, `{state.dir}` one for the integration's own data: empty when the run begins, and the same after each restart. Filled in when the integration is launched: ")
            .AppendJoin(", ", ConfigurationTemplates.All.Select(name => $"`{{{name}}}`"))
            .Append(".\n").ToString();
    }

    private const string Introduction = """
        # Configuration

        This page is generated from `ConfigurationKeys`; a test keeps the two equal and says how to write the page again.

        Each layer goes over the one before it:

        1. the defaults of the keys, then those of the profile
        2. `readiness.json`, or the file named by `--config`
        3. `readiness.<environment>.json` beside it, where `--environment` or `READINESS_ENVIRONMENT` names an environment
        4. environment variables: `READINESS__driver__url`, two underscores for every dot; an empty one counts as none
        5. parameters of a `.runsettings` file: `driver.url`
        6. the command line

        Files are JSON in UTF-8; comments and trailing commas are allowed. Upper and lower case make no difference in keys. A list replaces the list of a lower layer as a whole; `null` takes a key or a section of lower layers away. Outside the files, a list is written with commas, or an entry at a time: `run.items.0`.

        Editors that know JSON Schema help while you write: put `"$schema": "readiness.schema.json"` at the top of the file, and `readiness config --schema > readiness.schema.json` beside it. `readiness init` does both. The same schema lies in [schemas/readiness.schema.json](schemas/readiness.schema.json).

        A secret is never written down. `env:NAME` stands for the value of that environment variable, in `driver.headers` and in the `environment` of what is started; `integration.credentials` takes `file:PATH` as well.

        """;

    private static string Form(ConfigurationKey key) => key.IsList ? $"a list of {key.Expected}" : key.Expected;
}
