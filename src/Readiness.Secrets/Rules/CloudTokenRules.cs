using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Credentials of clouds and of what runs in them.</summary>
internal static partial class CloudTokenRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        TokenRule.Of("aws-access-key", "An access key of AWS", ["AKIA", "ASIA"], AwsKey()),
        TokenRule.Of("azure-client-secret", "A client secret of Microsoft Entra", ["8Q~"], EntraSecret()),
        TokenRule.Of("azure-devops-token", "A personal access token of Azure DevOps", ["AZDO"], AzureDevOps()),
        TokenRule.Of("google-api-key", "An API key of Google", ["AIza"], GoogleKey()),
        TokenRule.Of("google-oauth-secret", "A client secret of Google", ["GOCSPX-"], GoogleSecret()),
        TokenRule.Of("google-oauth-token", "An access token of Google", ["ya29."], GoogleToken()),
        TokenRule.Of("digitalocean-token", "A token of DigitalOcean", ["dop_v1_", "doo_v1_", "dor_v1_"], DigitalOcean()),
        TokenRule.Of("alibaba-access-key", "An access key of Alibaba Cloud", ["LTAI"], Alibaba()),
        TokenRule.Of("vault-token", "A token of HashiCorp Vault", ["hvs.", "hvb.", "hvr."], Vault()),
        TokenRule.Of("terraform-cloud-token", "A token of Terraform Cloud", [".atlasv1."], TerraformCloud()),
        TokenRule.Of("databricks-token", "A token of Databricks", ["dapi"], Databricks()),
        TokenRule.Of("doppler-token", "A token of Doppler", ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa."], Doppler()),
        TokenRule.Of("heroku-key", "An API key of Heroku", ["HRKU-"], Heroku()),
        TokenRule.Of("planetscale-token", "A token of PlanetScale", ["pscale_"], PlanetScale()),
        TokenRule.Of("fly-token", "A token of Fly.io", ["FlyV1 fm", "fo1_"], Fly()),
        TokenRule.Of("supabase-token", "A token of Supabase", ["sbp_"], Supabase()),
    ];

    [GeneratedRegex(@"(?<![A-Za-z0-9+/])(?<value>(?:AKIA|ASIA)[A-Z2-7]{16})(?![A-Za-z0-9+/=])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"(?<![\w~.-])(?<value>[A-Za-z0-9_~.-]{3}8Q~[A-Za-z0-9_~.-]{31,34})(?![\w~])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex EntraSecret();

    [GeneratedRegex(@"\b(?<value>[A-Za-z0-9]{70,80}AZDO[A-Za-z0-9]{4})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex AzureDevOps();

    [GeneratedRegex(@"(?<![\w-])(?<value>AIza[0-9A-Za-z_-]{35})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GoogleKey();

    [GeneratedRegex(@"(?<![\w-])(?<value>GOCSPX-[0-9A-Za-z_-]{24,32})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GoogleSecret();

    [GeneratedRegex(@"\b(?<value>ya29\.[0-9A-Za-z_-]{30,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GoogleToken();

    [GeneratedRegex(@"\b(?<value>do[opr]_v1_[0-9a-f]{64})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex DigitalOcean();

    [GeneratedRegex(@"\b(?<value>LTAI[0-9A-Za-z]{16,22})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Alibaba();

    [GeneratedRegex(@"\b(?<value>hv[sbr]\.[0-9A-Za-z_-]{24,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Vault();

    [GeneratedRegex(@"\b(?<value>[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_-]{60,70})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex TerraformCloud();

    [GeneratedRegex(@"\b(?<value>dapi[0-9a-f]{32}(?:-\d)?)\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Databricks();

    [GeneratedRegex(@"\b(?<value>dp\.(?:pt|ct|sa|st\.[\w-]{2,35})\.[0-9A-Za-z]{40,44})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Doppler();

    [GeneratedRegex(@"\b(?<value>HRKU-[0-9A-Za-z_-]{36,64})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Heroku();

    [GeneratedRegex(@"\b(?<value>pscale_(?:tkn|pw|oauth)_[0-9A-Za-z_.-]{32,64})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex PlanetScale();

    [GeneratedRegex(@"(?<value>fo1_[\w-]{43}|FlyV1 fm\d[ar]?_[A-Za-z0-9+/=,_-]{100,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Fly();

    [GeneratedRegex(@"\b(?<value>sbp_[0-9a-f]{40})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Supabase();
}
