using Readiness.Configuration;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu;

/// <summary>What <c>sandbox.options</c> may say of this profile: the choices that the provider's documentation leaves open.</summary>
internal static class OsiguVocabulary
{
    public static IReadOnlyList<ConfigurationKey> Options { get; } =
    [
        .. OsiguOptions.Keys.Select(key => new ConfigurationKey
        {
            Path = key.Key,
            Kind = ConfigurationValueKind.Text,
            Default = key.Default,
            Meaning = key.Meaning,
        }),
    ];
}
