namespace Readiness.Configuration;

/// <summary>Credentials that a running integration already has: all that are needed must be given, be there and be told from other text. No message holds one.</summary>
internal sealed class CredentialCheck(EffectiveSettings settings, ProfileVocabulary profile, IReadOnlyDictionary<string, string> variables, string folder, List<ConfigurationProblem> problems)
{
    public const string Section = "integration.credentials";

    // A shorter one occurs by chance in other text: it could neither be masked nor be told to have leaked.
    private const int ShortestSecret = 12;
    private const int ShortestIdentifier = 4;

    /// <param name="complete">Whether every layer could be read; else nothing can be said to be missing.</param>
    public void Check(bool complete)
    {
        var attached = settings.IsMentioned(AttachContradictions.Attach);
        if (!attached && complete && settings.IsWritten(Section))
        {
            Report(Section, Section, "an integration that is started gets credentials made for the run", $"credentials beside {AttachContradictions.Attach} alone", $"remove {Section}, and hand them over as templates such as {{client.secret}}");
        }
        else if (attached)
        {
            CheckGiven();
            if (complete) CheckMissing();
        }
    }

    /// <summary>The references by template, with full paths.</summary>
    public static IReadOnlyDictionary<string, CredentialReference> Of(EffectiveSettings settings, ProfileVocabulary profile, string folder) => profile.Credentials
        .Select(one => (one.Name, Reference: CredentialReference.Parse(settings.Text($"{Section}.{one.Name}") ?? "")?.From(folder)))
        .Where(one => one.Reference is not null)
        .ToDictionary(one => one.Name, one => one.Reference!);

    private void CheckMissing()
    {
        var missing = profile.Credentials
            .Where(one => !settings.IsGiven($"{Section}.{one.Name}") && (!one.ForWebhooks || settings.Text("webhook.url") is not null))
            .Select(one => one.Name).ToList();
        if (missing.Count == 0) return;
        Report(
            settings.IsMentioned(Section) ? Section : AttachContradictions.Attach,
            Section,
            $"{string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} not given: the sandbox has to take what the running integration has",
            "for each env:NAME, or file:PATH from the folder of the configuration file",
            $"set {string.Join(" and ", missing.Select(name => $"{Section}.{name}"))} to where the integration's own is found");
    }

    private void CheckGiven()
    {
        Dictionary<string, string> seen = [];
        foreach (var credential in profile.Credentials)
        {
            var key = $"{Section}.{credential.Name}";
            if (CredentialReference.Parse(settings.Text(key) ?? "")?.From(folder) is not { } reference) continue;
            if (Read(key, reference) is not { } value || !IsSound(key, credential, reference, value)) continue;
            if (!seen.TryAdd(value, credential.Name))
                Report(key, key, $"it is the same as {seen[value]}", "credentials that differ from each other", $"correct where {key} points to; the provider hands out different ones");
            if (reference.File is { } file && RootOver(file) is { } root)
                Report(key, key, $"{file} lies below {root}, which {SecretRoots.Key} has searched for secrets", "a file outside of what is searched", $"keep the file elsewhere, or name the folders in {SecretRoots.Key} that hold source and builds alone");
        }
    }

    private string? Read(string key, CredentialReference reference)
    {
        if (reference.Variable is { } variable)
        {
            if (variables.GetValueOrDefault(variable) is { Length: > 0 } value) return value;
            Report(key, key, $"the environment variable {variable} is not set", "a variable with a value", $"set {variable} where the harness is started");
            return null;
        }

        try
        {
            return reference.Read(variables);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var problem = fault is FileNotFoundException or DirectoryNotFoundException ? $"there is no file {reference.File}" : $"{reference.File} cannot be read: {fault.Message}";
            Report(key, key, problem, "a file that this user may read, with the credential and nothing else in it", "correct the path or its permissions");
            return null;
        }
    }

    private bool IsSound(string key, ProfileCredential credential, CredentialReference reference, string value)
    {
        var shortest = credential.IsSecret ? ShortestSecret : ShortestIdentifier;
        if (value.Any(char.IsControl))
        {
            Report(key, key, $"{Source(reference)} holds more than one line, or a control character", "the credential and nothing else", "leave the value alone in it, in one line");
            return false;
        }

        if (value.Trim().Length < shortest)
        {
            Report(key, key, $"what {Source(reference)} holds has {value.Trim().Length} characters: so short a text cannot be recognised", $"at least {shortest} characters", "give the integration and the harness a longer one; in a sandbox it may be made up");
            return false;
        }

        if (value.Trim().Length < value.Length)
        {
            Report(key, key, $"{Source(reference)} has blanks before or behind the value", "the credential and nothing else", "take the blanks away");
            return false;
        }

        return true;
    }

    private string? RootOver(string file) =>
        settings.List(SecretRoots.Key).Where(root => ConfigurationTemplates.UsedIn(root).Count == 0).Select(root => SecretRoots.Full(root, folder))
            .FirstOrDefault(root => file == root || file.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    private static string Source(CredentialReference reference) => reference.File ?? $"the environment variable {reference.Variable}";

    private void Report(string place, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(place), Key = key, Problem = problem, Expected = expected, Next = next });
}
