using System.Globalization;

namespace Readiness.Osigu.Sandbox;

/// <summary>One option and how its text changes the options; null where the text cannot be used.</summary>
internal sealed record OptionEntry(OsiguOptionKey Key, Func<OsiguOptions, string, OsiguOptions?> Apply);

/// <summary>Every option in one place: what parsing accepts and what the documentation says cannot drift apart.</summary>
internal static class OptionTable
{
    public static IReadOnlyList<OptionEntry> All { get; } =
    [
        Choice("token.format", "The guides show a signed JWT, the older portal an opaque text.",
            [("jwt", TokenFormat.Jwt), ("opaque", TokenFormat.Opaque)], (options, value) => options with { TokenFormat = value }),
        Number("token.lifetimeSeconds", 3600, 1, 86400, "Life of a token, as `expires_in` says it. Below 900 caching cannot be judged.",
            (options, value) => options with { TokenLifetime = TimeSpan.FromSeconds(value) }),
        Choice("token.grantTypePlace", "Where `grant_type` is accepted: the guides use the body, the older portal the query.",
            [("either", GrantTypePlace.Either), ("body", GrantTypePlace.Body), ("query", GrantTypePlace.Query)],
            (options, value) => options with { GrantTypePlace = value }),
        Flag("token.basicOnly", false, "Refuse a token request that carries credentials in its body or query beside a good Basic header. A run answers it and judges it (OSG-TOKEN-04); alone at a desk it is refused.",
            (options, value) => options with { BasicOnly = value }),
        Choice("ids.style", "Identifiers such as `bnf_…` as the guides show, or 64-bit integers as the generated reference says.",
            [("prefixed", IdStyle.Prefixed), ("integers", IdStyle.Integers)], (options, value) => options with { Ids = value }),
        Words("products.typeNames", "`MEDICATION`, `LAB`, `IMAGING`, `PROCEDURE`, or `DRUG`, `LABORATORY`, `DIAGNOSTIC_TEST`, `MEDICAL_PROCEDURE`.",
            (options, value) => options with { ProductTypes = value }),
        Words("authorizations.statusNames", "`APPROVED` and `PENDING_SPONSOR`, or `READY` and `PENDING_REVIEW`.",
            (options, value) => options with { AuthorizationStatuses = value }),
        Words("claims.statusNames", "`OPEN` or `IN_PROGRESS` while a claim can be changed.", (options, value) => options with { ClaimStatuses = value }),
        Choice("errors.shape", "The three error bodies that the documentation shows.",
            [("error_code", ErrorShape.ErrorCode), ("code", ErrorShape.Code), ("monitor", ErrorShape.Monitor)],
            (options, value) => options with { Errors = value }),
        Flag("limits.enforce", false, "Refuse with 429 above the limits. A run counts and annotates only; alone at a desk they are enforced.",
            (options, value) => options with { EnforceLimits = value }),
        Number("limits.tokenPerMinute", 10, 1, 100000, "Accepted token requests in any 60 s.", (options, value) => options with { TokenLimit = value }),
        Number("limits.generalPerMinute", 50, 1, 100000, "Accepted API calls in any 60 s.", (options, value) => options with { GeneralLimit = value }),
        Choice("limits.retryAfter", "Whether a 429 carries `Retry-After`; nothing is documented.",
            [("none", RetryAfterForm.None), ("seconds", RetryAfterForm.Seconds), ("date", RetryAfterForm.Date)],
            (options, value) => options with { RetryAfter = value }),
        Number("decisions.delaySeconds", 30, 0, 86400, "How long the asynchronous sponsor takes to decide.",
            (options, value) => options with { DecisionDelay = TimeSpan.FromSeconds(value) }),
        Number("settlements.delaySeconds", 0, 0, 86400, "How long a sponsor takes to decide a dispatched settlement; 0 for never by itself.",
            (options, value) => options with { SettlementDelay = value == 0 ? null : TimeSpan.FromSeconds(value) }),
        Choice("authorizations.pendingIndicationStatus", "Status of a `complete` call that stays in `PENDING_INDICATION`; nothing is documented.",
            [("200", 200), ("202", 202), ("409", 409), ("422", 422)], (options, value) => options with { PendingIndicationStatus = value }),
        Number("authorizations.lifetimeDays", 30, 1, 3650, "How long an authorization can be redeemed.",
            (options, value) => options with { AuthorizationLifetime = TimeSpan.FromDays(value) }),
        Flag("dispensing.conflictWhileStarted", true, "Refuse a second start with 409 also while the first is only started.",
            (options, value) => options with { ConflictWhileStarted = value }),
        Slug("sponsors.synchronous", "sponsor-sandbox", "Slug of the sponsor that answers at once.", (options, value) => options with { SynchronousSponsor = value }),
        Slug("sponsors.asynchronous", "sponsor-sandbox-async", "Slug of the sponsor that decides later; the documentation does not give it.",
            (options, value) => options with { AsynchronousSponsor = value }),
        Number("otp.lifetimeSeconds", 300, 1, 86400, "How long a one-time password holds; the guides show 300.", (options, value) => options with { OtpLifetime = TimeSpan.FromSeconds(value) }),
        Number("otp.tokenLifetimeSeconds", 300, 1, 86400, "How long the token of a validated password holds; \"short-lived\" is all that is documented.",
            (options, value) => options with { OtpTokenLifetime = TimeSpan.FromSeconds(value) }),
        Number("otp.attempts", 5, 1, 100, "Wrong codes after which a password is spoilt; nothing is documented.", (options, value) => options with { OtpAttempts = value }),
        new(new OsiguOptionKey
        {
            Key = "biometric.readingsPath",
            Type = "path of lower-case words, beginning with a slash",
            Default = "/arc/v1/biometric-readings",
            Meaning = "Where biometric readings are created and read; that they exist is documented, their path is not.",
        }, (options, text) => text.StartsWith('/') && !text.EndsWith('/') && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '/' or '.') ? options with { BiometricReadings = text } : null),
        new(new OsiguOptionKey
        {
            Key = "prescriptions.signedHashField",
            Type = "name of a field",
            Default = "signed_hash",
            Meaning = "Under which name a prescription of version 2 carries its signed hash; the name is not documented.",
        }, (options, text) => text.Length > 0 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '_') ? options with { SignedHashField = text } : null),
        Number("pages.largest", 100, 1, 1000, "Largest page; a larger `size` is lowered to it.", (options, value) => options with { LargestPage = value }),
        Choice("webhooks.retryOn", "Two pages differ: any answer but 2xx, or 5xx and time-outs only.",
            [("non-2xx", RetryTrigger.AnyButSuccess), ("5xx", RetryTrigger.ServerErrorOrTimeout)], (options, value) => options with { WebhookRetryOn = value }),
        new(new OsiguOptionKey
        {
            Key = "webhooks.retryDelaysSeconds",
            Type = "integers of 1 to 259200 (72 h), separated by commas",
            Default = "60,300",
            Meaning = "Gaps between attempts at one event. Only \"exponential backoff for up to 72 h\" is documented.",
        }, Delays),
        Choice("webhooks.events", "Which events are published by themselves: all of them, or only the decisions of sponsors.",
            [("all", PublishedEvents.All), ("decisions", PublishedEvents.Decisions)], (options, value) => options with { PublishedEvents = value }),
        new(new OsiguOptionKey
        {
            Key = "webhooks.apiVersion",
            Type = "date, yyyy-MM-dd",
            Default = "2026-01-01",
            Meaning = "`api_version` of the event envelope.",
        }, (options, text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? options with { EventApiVersion = text } : null),
        Flag("webhooks.providerId", true, "Whether events carry `provider.provider_id`; one official example does not.",
            (options, value) => options with { EventProviderId = value }),
    ];

    private static OptionEntry Number(string key, int normal, int least, int most, string meaning, Func<OsiguOptions, int, OsiguOptions?> apply) => new(
        new OsiguOptionKey { Key = key, Type = $"integer, {least} to {most}", Default = normal.ToString(CultureInfo.InvariantCulture), Meaning = meaning },
        (options, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? apply(options, value) : null);

    private static OptionEntry Flag(string key, bool normal, string meaning, Func<OsiguOptions, bool, OsiguOptions> apply) => new(
        new OsiguOptionKey { Key = key, Type = "true | false", Default = normal ? "true" : "false", Meaning = meaning },
        (options, text) => bool.TryParse(text, out var value) ? apply(options, value) : null);

    private static OptionEntry Choice<T>(string key, string meaning, IReadOnlyList<(string Word, T Value)> words, Func<OsiguOptions, T, OsiguOptions> apply) => new(
        new OsiguOptionKey { Key = key, Type = string.Join(" | ", words.Select(word => word.Word)), Default = words[0].Word, Meaning = meaning },
        (options, text) => words.Where(word => word.Word.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(word => apply(options, word.Value)).FirstOrDefault());

    private static OptionEntry Words(string key, string meaning, Func<OsiguOptions, Vocabulary, OsiguOptions> apply) =>
        Choice(key, meaning, [("guide", Vocabulary.Guide), ("schema", Vocabulary.Schema)], apply);

    private static OptionEntry Slug(string key, string normal, string meaning, Func<OsiguOptions, string, OsiguOptions> apply) => new(
        new OsiguOptionKey { Key = key, Type = "lower-case letters, digits and hyphens", Default = normal, Meaning = meaning },
        (options, text) => text.Length > 0 && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-') ? apply(options, text) : null);

    private static OsiguOptions? Delays(OsiguOptions options, string text)
    {
        var seconds = new List<TimeSpan>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value is < 1 or > 259200)
            {
                return null;
            }

            seconds.Add(TimeSpan.FromSeconds(value));
        }

        return options with { WebhookRetryDelays = seconds };
    }
}
