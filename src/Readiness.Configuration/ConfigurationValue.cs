namespace Readiness.Configuration;

/// <summary>One value by itself, before it is written anywhere.</summary>
public static class ConfigurationValue
{
    /// <summary>The first thing that is wrong with a value that is text in a file; null where nothing is.</summary>
    /// <param name="key">With dots; an element of a list ends in its index.</param>
    /// <exception cref="ArgumentException">No key has this name.</exception>
    public static ConfigurationProblem? Fault(string key, string value, ProfileVocabulary profile)
    {
        var match = new KeySchema(profile).Find(key) ?? throw new ArgumentException($"no key is called {key}", nameof(key));
        List<ConfigurationProblem> problems = [];
        new ValueCheck(profile, ProviderHosts.Of([profile]), new([]), new Dictionary<string, string>(), problems).Check(new(match.Key, match.Path, match.Canonical, value, key), WrittenKind.Text);
        return problems.FirstOrDefault();
    }
}
