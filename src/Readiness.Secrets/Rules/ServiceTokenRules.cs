using System.Text.RegularExpressions;
using Readiness.Secrets.Judging;

namespace Readiness.Secrets.Rules;

/// <summary>Credentials of services for messages, payments and models.</summary>
internal static partial class ServiceTokenRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        TokenRule.Of("slack-token", "A token of Slack", ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe", "xapp-"], Slack()),
        TokenRule.Of("slack-webhook", "A webhook address of Slack", ["hooks.slack.com"], SlackWebhook()),
        TokenRule.Of("teams-webhook", "A webhook address of Microsoft Teams", ["webhook.office.com"], Teams()),
        TokenRule.Of("discord-webhook", "A webhook address of Discord", ["/api/webhooks/"], DiscordWebhook()),
        TokenRule.Of("discord-token", "A token of a bot of Discord", ["discord"], DiscordToken()),
        TokenRule.Of("telegram-token", "A token of a bot of Telegram", [":AA"], Telegram()),
        TokenRule.Of("stripe-key", "A live key of Stripe", ["sk_live_", "rk_live_"], Stripe()),
        TokenRule.Of("webhook-signing-secret", "A signing secret of a webhook", ["whsec_"], WebhookSecret()),
        TokenRule.Of("mercadopago-token", "An access token of Mercado Pago", ["APP_USR-"], MercadoPago()),
        TokenRule.Of("square-token", "A token of Square", ["sq0csp-", "sq0atp-", "EAAA"], Square()),
        TokenRule.Of("shopify-token", "A token of Shopify", ["shpat_", "shpca_", "shppa_", "shpss_"], Shopify()),
        TokenRule.Of("paypal-token", "An access token of Braintree", ["access_token$production$"], Braintree()),
        TokenRule.Of("sendgrid-key", "An API key of SendGrid", ["SG."], SendGrid()),
        TokenRule.Of("mailgun-key", "An API key of Mailgun", ["key-"], Mailgun()),
        TokenRule.Of("mailchimp-key", "An API key of Mailchimp", ["-us"], Mailchimp()),
        TokenRule.Of("brevo-key", "An API key of Brevo", ["xkeysib-", "xsmtpsib-"], Brevo()),
        TokenRule.Of("resend-key", "An API key of Resend", ["re_"], Resend()),
        TokenRule.Of("openai-key", "An API key of OpenAI", ["T3BlbkFJ", "sk-proj-"], OpenAi()),
        TokenRule.Of("anthropic-key", "An API key of Anthropic", ["sk-ant-"], Anthropic()),
        TokenRule.Of("huggingface-token", "A token of Hugging Face", ["hf_"], HuggingFace()),
        TokenRule.Of("facebook-token", "An access token of Meta", ["EAACEdEose0cBA", "EAAG", "EAAB"], Meta()),
    ];

    [GeneratedRegex(@"(?<![\w-])(?<value>xox[abeprs](?:\.xox[bp])?-(?:\d-)?[0-9A-Za-z-]{20,}|xapp-\d-[A-Z0-9]+-\d+-[0-9a-f]{20,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Slack();

    [GeneratedRegex(@"(?<value>hooks\.slack\.com/(?:services/T[0-9A-Z]{5,}/B[0-9A-Z]{5,}/[0-9A-Za-z]{16,}|workflows/T[0-9A-Z]{5,}/[0-9A-Za-z/]{20,}))", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex SlackWebhook();

    [GeneratedRegex(@"(?<value>[\w-]+\.webhook\.office\.com/webhookb2/[0-9a-f-]{36}@[0-9a-f-]{36}/\w+/[0-9a-f]{32}/[0-9a-f-]{36})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Teams();

    [GeneratedRegex(@"(?<value>discord(?:app)?\.com/api/webhooks/\d{17,20}/[\w-]{60,80})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex DiscordWebhook();

    [GeneratedRegex(@"(?<value>\b[MNO][A-Za-z\d_-]{23,27}\.[\w-]{6}\.[\w-]{27,40}\b)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex DiscordToken();

    [GeneratedRegex(@"(?<!\d)(?<value>\d{8,10}:AA[0-9A-Za-z_-]{33})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Telegram();

    [GeneratedRegex(@"(?<!\w)(?<value>[sr]k_live_[0-9A-Za-z]{16,247})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Stripe();

    [GeneratedRegex(@"(?<!\w)(?<value>whsec_[0-9A-Za-z+/]{24,64}={0,2})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex WebhookSecret();

    [GeneratedRegex(@"(?<!\w)(?<value>APP_USR-\d{10,18}-\d{6}-[0-9a-f_]{30,40}-\d{6,12})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex MercadoPago();

    [GeneratedRegex(@"(?<![\w-])(?<value>sq0(?:csp|atp)-[0-9A-Za-z_-]{22,43}|EAAA[lE][0-9A-Za-z_-]{58,60})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Square();

    [GeneratedRegex(@"\b(?<value>shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Shopify();

    [GeneratedRegex(@"(?<value>access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Braintree();

    [GeneratedRegex(@"(?<![\w.])(?<value>SG\.[0-9A-Za-z_-]{20,24}\.[0-9A-Za-z_-]{39,50})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex SendGrid();

    [GeneratedRegex(@"(?<![\w-])(?<value>key-[0-9a-f]{32})(?![\w-])", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Mailgun();

    [GeneratedRegex(@"(?<!\w)(?<value>[0-9a-f]{32}-us\d{1,2})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Mailchimp();

    [GeneratedRegex(@"\b(?<value>x(?:key|smtp)sib-[0-9a-f]{64}-[0-9A-Za-z]{16})\b", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Brevo();

    [GeneratedRegex(@"(?<!\w)(?<value>re_[0-9A-Za-z]{8}_[0-9A-Za-z]{24})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Resend();

    [GeneratedRegex(@"(?<![\w-])(?<value>sk-(?:proj-|svcacct-|admin-)?[0-9A-Za-z_-]{20,80}T3BlbkFJ[0-9A-Za-z_-]{20,80}|sk-proj-[0-9A-Za-z_-]{40,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex OpenAi();

    [GeneratedRegex(@"(?<![\w-])(?<value>sk-ant-[a-z0-9]{4,8}-[0-9A-Za-z_-]{40,})", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Anthropic();

    [GeneratedRegex(@"(?<!\w)(?<value>hf_[A-Za-z]{34}|hf_[0-9A-Za-z]{34,40})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex HuggingFace();

    [GeneratedRegex(@"(?<!\w)(?<value>EAACEdEose0cBA[0-9A-Za-z]{20,}|EAA[GB][0-9A-Za-z]{100,})(?!\w)", RegexOptions.CultureInvariant, RuleLimits.Milliseconds)]
    private static partial Regex Meta();
}
