namespace Readiness.Osigu.Items;

/// <summary>The chapters of the checklist. Each of the judged ones is a feature of the same name.</summary>
internal static class Chapters
{
    public const string Token = "Token";
    public const string HappyPaths = "Happy paths";
    public const string Retries = "Retries";
    public const string SadPaths = "Sad paths";
    public const string Webhooks = "Webhooks";
    public const string AsynchronousSponsor = "Asynchronous sponsor";
    public const string SandboxReset = "Sandbox reset";
    public const string Monitoring = "Monitoring";
    public const string Secrets = "Secrets";
    public const string SponsorRules = "Sponsor rules";
    public const string SponsorChanges = "Changes by the sponsor";
    public const string Limits = "Limits";
    public const string Privacy = "Privacy";
}
