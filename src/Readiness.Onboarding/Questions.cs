using Readiness.Configuration;

namespace Readiness.Onboarding;

/// <summary>What has to be known before a configuration can be written, in the order in which it is asked.</summary>
/// <param name="profile">The provider's words.</param>
/// <param name="folder">Where the configuration will lie; what lies there already suggests answers.</param>
/// <param name="language">One of <see cref="SuggestedCommand.Languages"/>; null to look at the folder.</param>
public sealed class Questions(ProfileVocabulary profile, string folder, string? language = null)
{
    /// <summary>Where a running integration is looked for unless something else is said.</summary>
    private const string UsualAddress = "http://127.0.0.1:8080";

    private const string LaunchedAddress = $"http://127.0.0.1:{{{ConfigurationTemplates.IntegrationPort}}}";

    /// <summary>The ways to drive an integration that a configuration is written for.</summary>
    public static IReadOnlyList<string> Drivers { get; } = [.. KeyOf("driver.kind").Choices.Intersect(["http", "stdio", "mapping", "manual"])];

    public IReadOnlyList<Question> All =>
    [
        new() { Key = AnswerSheet.Name, Option = "--name", Text = "What is the integration called", Suggestion = _ => FolderName(), Fault = (_, answer) => Value("integration.name", answer) },
        new()
        {
            Key = AnswerSheet.Reach,
            Option = "--launch or --attach",
            Text = "Does the harness start it (launch), or does it run already (attach)",
            Choices = [AnswerSheet.Launch, AnswerSheet.Attach],
            Suggestion = _ => AnswerSheet.Launch,
        },
        new()
        {
            Key = AnswerSheet.Command,
            Option = "--command",
            Text = "Which command starts it",
            Applies = IsLaunched,
            Suggestion = _ => SuggestedCommand.For(language, folder),
            Fault = (_, answer) => CommandFault(answer),
        },
        new() { Key = AnswerSheet.Driver, Option = "--driver", Text = $"How does the harness ask it for work: {string.Join(", ", Drivers.Select(Explained))}", Choices = Drivers, Suggestion = _ => "http", Fault = DriverFault },
        new()
        {
            Key = AnswerSheet.Url,
            Option = "--url",
            Text = "At which address does it answer",
            Applies = sheet => !IsLaunched(sheet),
            Suggestion = _ => UsualAddress,
            Fault = (_, answer) => Value("driver.url", answer),
        },
        new()
        {
            Key = AnswerSheet.Webhook,
            Option = "--webhook-url",
            Text = $"Where does it receive webhooks ({AnswerSheet.None} where it receives none)",
            Suggestion = sheet => $"{Address(sheet)}/webhooks",
            Fault = (_, answer) => answer.Equals(AnswerSheet.None, StringComparison.OrdinalIgnoreCase) ? null : Value("webhook.url", answer),
        },
        .. Capabilities(),
        new()
        {
            Key = AnswerSheet.Ci,
            Option = "--ci",
            Text = "Which service builds it",
            Choices = [.. ContinuousIntegration.All.Select(service => service.Name), AnswerSheet.None],
            Suggestion = _ => ContinuousIntegration.All.FirstOrDefault(service => service.IsUsedIn(folder))?.Name ?? AnswerSheet.None,
        },
    ];

    /// <summary>The address that its endpoints start with, without a slash at its end.</summary>
    public static string Address(AnswerSheet sheet) => (IsLaunched(sheet) ? LaunchedAddress : sheet[AnswerSheet.Url]).TrimEnd('/');

    internal static bool IsLaunched(AnswerSheet sheet) => !sheet.Is(AnswerSheet.Reach, AnswerSheet.Attach);

    private static ConfigurationKey KeyOf(string path) => ConfigurationKeys.All.Single(key => key.Path == path);

    private static string Explained(string driver) => driver switch
    {
        "http" => "http (an endpoint of your test build)",
        "stdio" => "stdio (lines on standard input and output)",
        "mapping" => "mapping (requests to the API that you have)",
        "manual" => "manual (a person at the terminal)",
        _ => driver,
    };

    private IEnumerable<Question> Capabilities()
    {
        if (profile.Capabilities.Count == 0) yield break;
        yield return new()
        {
            Key = AnswerSheet.NotUsed,
            Option = "--not-used",
            Text = $"Which of {string.Join(", ", profile.Capabilities)} does it not use (with commas between, or {AnswerSheet.None})",
            Suggestion = _ => AnswerSheet.None,
            Fault = (_, answer) => UnknownCapability(answer) is { } unknown ? $"'{unknown}' is none of {string.Join(", ", profile.Capabilities)}" : null,
        };
        foreach (var capability in profile.Capabilities)
        {
            yield return new()
            {
                Key = AnswerSheet.Why(capability),
                Option = $"--not-used {capability}=REASON",
                Text = $"Why is {capability} not used",
                Applies = sheet => sheet.Names(AnswerSheet.NotUsed).Contains(capability, StringComparer.OrdinalIgnoreCase),
            };
        }
    }

    private string? UnknownCapability(string answer) =>
        new AnswerSheet { [AnswerSheet.NotUsed] = answer }.Names(AnswerSheet.NotUsed).FirstOrDefault(name => !profile.Capabilities.Contains(name, StringComparer.OrdinalIgnoreCase));

    private string? CommandFault(string answer) => CommandWords.Of(answer)?.ToArray() switch
    {
        null => "a quotation mark is not closed",
        [] => "a program is needed",
        [var command, .. var args] => Value("integration.launch.command", command) ?? args.Select((word, index) => Value($"integration.launch.args.{index}", word)).FirstOrDefault(fault => fault is not null),
    };

    private static string? DriverFault(AnswerSheet sheet, string answer) =>
        !IsLaunched(sheet) && answer.Equals("stdio", StringComparison.OrdinalIgnoreCase) ? "only a program that the harness starts has standard input and output; choose another" : null;

    private string? Value(string key, string answer) => ConfigurationValue.Fault(key, answer, profile) is { } fault ? $"{fault.Problem}; expected: {fault.Expected}" : null;

    private string? FolderName() => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))) is { Length: > 0 } name ? name : null;
}
