using System.Text.RegularExpressions;
using Readiness.Configuration;
using Readiness.Configuration.Mapping;

namespace Readiness.Drivers.Tests.Mapping;

/// <summary>Mapping files, read as a configuration reads them.</summary>
internal static class MappedFiles
{
    /// <summary>The whole example in the documentation.</summary>
    public static DriverMapping Documented => Read(Regex.Match(
        File.ReadAllText(Path.Combine(Root, "docs", "driver-mapping.md")), @"<!-- tested: clinic\.mapping\.json -->\s*```json\n(?<json>.*?)\n```", RegexOptions.Singleline).Groups["json"].Value);

    private static string Root
    {
        get
        {
            var folder = TestContext.CurrentContext.TestDirectory;
            while (!File.Exists(Path.Combine(folder, "ReadinessHarness.sln")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    public static DriverMapping Read(string json)
    {
        var folder = Directory.CreateTempSubdirectory("readiness-mapping-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "clinic.mapping.json"), json);
            return ReadinessConfiguration.Load(new ConfigurationSources
            {
                Directory = folder,
                Profiles = [new ProfileVocabulary { Name = "toy" }],
                DefaultProfile = "toy",
                CommandLine = new Dictionary<string, string>
                {
                    ["integration.launch.command"] = "clinic",
                    ["driver.kind"] = "mapping",
                    ["driver.url"] = "http://127.0.0.1:1",
                    ["driver.mapping"] = "clinic.mapping.json",
                },
            }) switch
            {
                ConfigurationResult.Loaded loaded => loaded.Configuration.Driver.Mapping!,
                ConfigurationResult.Refused refused => throw new AssertionException(ConfigurationProblems.Render(refused.Problems)),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
