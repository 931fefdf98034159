using Readiness.Checklist;

namespace Readiness.Osigu.Items;

/// <summary>The pages of the provider's documentation that items rest on.</summary>
internal static class Pages
{
    public static readonly SourcePage Sandbox = Page("Testing with sandbox", "guides/testing-with-sandbox");
    public static readonly SourcePage Tokens = Page("Obtaining tokens", "authentication/obtaining-tokens");
    public static readonly SourcePage Otp = Page("OTP flow", "authentication/otp-flow");
    public static readonly SourcePage Authorizations = Page("Authorizations", "concepts/authorizations");
    public static readonly SourcePage Sponsors = Page("Sponsors", "pt-BR/concepts/sponsors");
    public static readonly SourcePage ProviderProducts = Page("Provider products", "pt-BR/concepts/provider-products");
    public static readonly SourcePage Webhooks = Page("Webhooks", "concepts/webhooks");
    public static readonly SourcePage Events = Page("Webhook events", "webhook-events/introduction");
    public static readonly SourcePage AuthorizationEvents = Page("Authorization events", "webhook-events/authorizations");
    public static readonly SourcePage Signatures = Page("Signature verification", "webhook-events/signature-verification");

    /// <summary>The older portal, which alone says what to do with each status.</summary>
    public static readonly SourcePage Errors = new("Error handling", new Uri("https://developers.osigu.com/reference/error-handling"));

    private static SourcePage Page(string title, string path) => new(title, new Uri($"https://auth-docs.osigu.com/{path}"));
}
