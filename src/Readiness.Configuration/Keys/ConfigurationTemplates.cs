using System.Text.RegularExpressions;

namespace Readiness.Configuration;

/// <summary>The names in braces that are filled in when the integration is launched, and where they stand.</summary>
public static partial class ConfigurationTemplates
{
    /// <summary>The port that the integration is told to listen on.</summary>
    public const string IntegrationPort = "integration.port";

    /// <summary>The port of the integration where it runs against production.</summary>
    public const string ProductionPort = "production.port";

    private const string AlertsUrl = "alerts.url";

    /// <summary>Files by which the integration comes to trust a sandbox that speaks https; only such a sandbox has them.</summary>
    public static IReadOnlyList<string> OfAuthority { get; } = ["ca.file", "ca.bundle", "ca.trustStore"];

    /// <summary>What only a played Vault has.</summary>
    public static IReadOnlyList<string> OfVault { get; } = ["vault.url", "vault.token", "vault.roleId", "vault.secretId", "vault.mount", "vault.path"];

    /// <summary>What only a played AWS Secrets Manager has.</summary>
    public static IReadOnlyList<string> OfAws { get; } = ["aws.url", "aws.accessKeyId", "aws.secretAccessKey", "aws.region", "aws.secretId", "aws.secretArn"];

    /// <summary>What only a second sandbox has, which plays production. They mean the same wherever they stand.</summary>
    public static IReadOnlyList<string> OfProduction { get; } =
    [
        "production.url", "production.token.url", "production.client.id", "production.client.secret", "production.webhook.secret",
        "production.secrets.dir", "production.state.dir", ProductionPort,
    ];

    /// <summary>Every name that exists, without its braces.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "sandbox.url", "token.url", "client.id", "client.secret", "webhook.secret",
        "secrets.dir", "state.dir", IntegrationPort, "run.dir", AlertsUrl,
        .. OfAuthority, .. OfVault, .. OfAws, .. OfProduction,
    ];

    /// <summary>The text with every template replaced by its value; a name without a value stays as it is.</summary>
    public static string Expand(string text, IReadOnlyDictionary<string, string> values) =>
        Template().Replace(text, found => values.GetValueOrDefault(found.Groups[1].Value) ?? found.Value);

    /// <summary>The text as it holds for production: production's template in the place of each of the sandbox's.</summary>
    /// <remarks>Alerts of a second process would be taken for the first one's, so that it is told no address for them.</remarks>
    public static string InProduction(string text) => Template().Replace(text, found => found.Groups[1].Value switch
    {
        "sandbox.url" => "{production.url}",
        IntegrationPort => $"{{{ProductionPort}}}",
        AlertsUrl => "",
        var name when OfProduction.Contains($"production.{name}") => $"{{production.{name}}}",
        _ => found.Value,
    });

    /// <summary>True for a text that is nothing but a template of <see cref="OfAuthority"/>: a variable of that value is not set where there is no authority.</summary>
    public static bool IsOfAuthorityAlone(string text) => OfAuthority.Any(name => text == $"{{{name}}}");

    /// <summary>The names in braces that the text uses. <c>${NAME}</c> belongs to shells and is none.</summary>
    internal static IReadOnlyList<string> UsedIn(string text) =>
        [.. Template().Matches(text).Select(found => found.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"(?<!\$)\{([A-Za-z][A-Za-z0-9._-]*)\}")]
    private static partial Regex Template();
}
