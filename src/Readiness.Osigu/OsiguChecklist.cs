using Readiness.Checklist;
using Readiness.Osigu.Items;

namespace Readiness.Osigu;

/// <summary>Osigu's go-live checklist: the provider's eight lines, its scenarios, and what follows from its documented contract.</summary>
public static class OsiguChecklist
{
    /// <summary>The profile's name, as configured.</summary>
    public const string Profile = "osigu";

    public static ProviderChecklist Create() => new()
    {
        Profile = Profile,
        Provider = "Osigu",
        Version = "1",
        OfficialLines = Lines,
        Request = new("support@osigu.com", "Please issue our production credentials, and set up the live webhook subscription."),
        Items =
        [
            .. TokenItems.All,
            .. HappyPathItems.All,
            .. SadPathItems.All,
            .. WebhookItems.All,
            .. AsynchronousSponsorItems.All,
            .. RetryItems.All,
            .. StateItems.All,
            .. ContractItems.All,
        ],
        Translations = Languages.ToDictionary(language => language, language => TextFile.Read(typeof(OsiguChecklist).Assembly, $"texts/{language}.xml")),
        NotJudged =
        [
            "Dependants and family groups: the sandbox has such patients, and no line of the checklist asks for them.",
        ],
    };

    /// <summary>Those beside English.</summary>
    private static readonly string[] Languages = ["es", "pt-BR"];

    private static readonly OfficialLine[] Lines =
    [
        new("C1", "The happy paths pass in the sandbox."),
        new("C2", "The sad paths end with the expected errors, and the user is told."),
        new("C3", "The webhook receiver checks signatures, ignores duplicates and answers 2xx within 10 seconds."),
        new("C4", "Tokens are cached, so that the limit of 10 token requests a minute is not reached."),
        new("C5", "5xx answers are retried with backoff and a limit."),
        new("C6", "The client secret and the webhook secret are kept in a secrets manager."),
        new("C7", "An event that is delivered again has no second effect."),
        new("C8", "Monitoring covers token failures, webhook errors and stalls."),
    ];
}
