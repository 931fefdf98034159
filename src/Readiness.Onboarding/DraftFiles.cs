using System.Security.Cryptography;
using Readiness.Checklist;
using Readiness.Configuration;

namespace Readiness.Onboarding;

/// <summary>Everything that a newcomer begins with, by the answers.</summary>
public static class DraftFiles
{
    public const string RunSettings = "readiness.runsettings";
    public const string Ignored = ".gitignore";

    /// <param name="schema">The schema for editors, as this version makes it.</param>
    public static IReadOnlyList<DraftFile> Of(AnswerSheet sheet, ProviderChecklist checklist, ProfileVocabulary profile, string schema, DateOnly today) =>
    [
        new(ConfigurationSources.DefaultFile, new ConfigurationDraft(sheet, checklist, profile, today).Text(), "the configuration; its comments say what to look at"),
        new(ConfigurationSchema.FileName, schema, "editors check the configuration by it"),
        .. sheet.Is(AnswerSheet.Driver, "mapping") ? Mapping(profile) : [],
        .. Questions.IsLaunched(sheet) ? [] : ConfigurationDraft.Credentials(sheet, profile).Select(MadeUp),
        new(RunSettings, Resource("local.runsettings"), "for those who prefer 'dotnet test'"),
        .. ContinuousIntegration.All.Where(service => sheet.Is(AnswerSheet.Ci, service.Name)).Select(service => new DraftFile(service.File, Resource(service.Template), $"certifies with every build; {service.Next}")),
        Questions.IsLaunched(sheet)
            ? new(Ignored, "reports/\n", "reports are not committed") { IsAddition = true }
            : new(Ignored, $"reports/\n{ConfigurationDraft.CredentialFolder}/\n", "reports and credentials are not committed") { IsAddition = true },
    ];

    private static DraftFile[] Mapping(ProfileVocabulary profile) =>
    [
        new(ConfigurationDraft.MappingFile, MappingDraft.Text(profile), "how operations become requests to your API; begin here"),
        new(MappingDraft.SchemaFile, Resource(MappingDraft.SchemaFile), "editors check the mapping by it"),
    ];

    /// <summary>A text that the program brings along.</summary>
    internal static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(DraftFiles).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    /// <summary>A running integration has credentials of its own; these can be given to it, so that none of the provider's are needed.</summary>
    private static DraftFile MadeUp(ProfileCredential credential) => new(
        ConfigurationDraft.FileOf(credential),
        (credential.IsSecret ? RandomNumberGenerator.GetHexString(32, lowercase: true) : $"made-up-{RandomNumberGenerator.GetHexString(8, lowercase: true)}") + "\n",
        "made up for the sandbox; give the integration the same")
    {
        IsPrivate = true,
        IsFirstOnly = true,
    };
}
