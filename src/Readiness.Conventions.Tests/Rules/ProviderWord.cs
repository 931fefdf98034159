using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>Only a profile's own folders know its provider's name, and the pages that introduce it.</summary>
internal static class ProviderWord
{
    /// <summary>The files that name the provider and must not.</summary>
    /// <param name="provider">As in the names of projects.</param>
    /// <param name="profile">As in the names of feature folders.</param>
    public static IEnumerable<string> Strays(IEnumerable<RepositoryFile> files, string provider, string profile)
    {
        string[] home = [$"src/Readiness.{provider}", $"src/Readiness.Scenarios/{provider}/", $"features/{profile}/", "docs/", "examples/", "reports/", "README.md"];
        return files
            .Where(file => !home.Any(own => file.Path.StartsWith(own, StringComparison.Ordinal)))
            .Where(file => file.Path.Contains(provider, StringComparison.OrdinalIgnoreCase) || Words(file, provider).Contains(provider, StringComparison.OrdinalIgnoreCase))
            .Select(file => $"{file.Path} names {provider}");
    }

    // A project has to be named where it is built; code has no such need.
    private static string Words(RepositoryFile file, string provider) =>
        file.Extension == ".cs" ? file.Text : Regex.Replace(file.Text, $@"Readiness\.{Regex.Escape(provider)}\b", "");
}
