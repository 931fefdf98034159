using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Credentials of places where code is kept, built and published.</summary>
internal static partial class DeveloperTokenRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        TokenRule.Of("github-token", "A token of GitHub", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], GitHub()),
        TokenRule.Of("github-fine-grained-token", "A fine-grained token of GitHub", ["github_pat_"], GitHubFineGrained()),
        TokenRule.Of("gitlab-token", "A token of GitLab", ["glpat-", "gldt-", "glrt-", "glptt-", "glcbt-", "gloas-", "glsoat-", "glft-"], GitLab()),
        TokenRule.Of("bitbucket-token", "A token of Atlassian", ["ATATT3x", "ATBB", "ATCTT3x"], Atlassian()),
        TokenRule.Of("npm-token", "A token of npm", ["npm_"], Npm()),
        TokenRule.Of("pypi-token", "A token of PyPI", ["pypi-AgE"], PyPi()),
        TokenRule.Of("nuget-key", "An API key of NuGet", ["oy2"], NuGet()),
        TokenRule.Of("rubygems-key", "An API key of RubyGems", ["rubygems_"], RubyGems()),
        TokenRule.Of("crates-token", "A token of crates.io", ["cio"], Crates()),
        TokenRule.Of("docker-token", "A token of Docker Hub", ["dckr_pat_", "dckr_oat_"], Docker()),
        TokenRule.Of("artifactory-key", "An API key of Artifactory", ["AKCp"], Artifactory()),
        TokenRule.Of("sonar-token", "A token of SonarQube", ["sqp_", "squ_", "sqa_"], Sonar()),
        TokenRule.Of("postman-key", "An API key of Postman", ["PMAK-"], Postman()),
        TokenRule.Of("linear-key", "An API key of Linear", ["lin_api_"], Linear()),
        TokenRule.Of("grafana-token", "A token of Grafana", ["glsa_", "glc_"], Grafana()),
        TokenRule.Of("sentry-token", "A token of Sentry", ["sntrys_", "sntryu_"], Sentry()),
        TokenRule.Of("new-relic-key", "A key of New Relic", ["NRAK-", "NRII-"], NewRelic()),
        TokenRule.Of("dynatrace-token", "A token of Dynatrace", ["dt0c01."], Dynatrace()),
        TokenRule.Of("pulumi-token", "A token of Pulumi", ["pul-"], Pulumi()),
    ];

    [GeneratedRegex(@"(?<![\w])(?<value>gh[pousr]_[0-9A-Za-z]{36,255})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"\b(?<value>github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GitHubFineGrained();

    [GeneratedRegex(@"(?<![\w-])(?<value>gl(?:pat|dt|rt|ptt|cbt|oas|soat|ft)-[0-9A-Za-z_-]{20,}(?:\.[0-9a-z]{2}\.[0-9a-z]{9})?)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex GitLab();

    [GeneratedRegex(@"(?<![\w-])(?<value>AT(?:ATT3x|CTT3x)[0-9A-Za-z_=-]{60,}|ATBB[0-9A-Za-z]{32})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Atlassian();

    [GeneratedRegex(@"(?<!\w)(?<value>npm_[0-9A-Za-z]{36})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Npm();

    [GeneratedRegex(@"(?<![\w-])(?<value>pypi-AgE[0-9A-Za-z_-]{50,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex PyPi();

    [GeneratedRegex(@"(?<!\w)(?<value>oy2[a-z0-9]{43})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex NuGet();

    [GeneratedRegex(@"\b(?<value>rubygems_[0-9a-f]{48})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex RubyGems();

    [GeneratedRegex(@"(?<!\w)(?<value>cio[0-9A-Za-z]{32})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Crates();

    [GeneratedRegex(@"(?<!\w)(?<value>dckr_[po]at_[0-9A-Za-z_-]{27,32})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Docker();

    [GeneratedRegex(@"(?<!\w)(?<value>AKCp[0-9A-Za-z]{69})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Artifactory();

    [GeneratedRegex(@"(?<!\w)(?<value>sq[pua]_[0-9a-f]{40})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Sonar();

    [GeneratedRegex(@"\b(?<value>PMAK-[0-9a-f]{24}-[0-9a-f]{34})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Postman();

    [GeneratedRegex(@"\b(?<value>lin_api_[0-9A-Za-z]{40})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Linear();

    [GeneratedRegex(@"\b(?<value>glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}|glc_[A-Za-z0-9+/]{32,400}={0,2})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Grafana();

    [GeneratedRegex(@"\b(?<value>sntrys_[A-Za-z0-9+/=_]{40,}|sntryu_[0-9a-f]{64})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Sentry();

    [GeneratedRegex(@"\b(?<value>NRAK-[0-9A-Z]{27}|NRII-[0-9A-Za-z_-]{32})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex NewRelic();

    [GeneratedRegex(@"\b(?<value>dt0[a-z]01\.[0-9A-Z]{24}\.[0-9A-Z]{64})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Dynatrace();

    [GeneratedRegex(@"(?<![\w-])(?<value>pul-[0-9a-f]{40})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Pulumi();
}
