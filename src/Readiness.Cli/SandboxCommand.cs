using System.CommandLine;
using System.Globalization;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Running.Reaching;
using Readiness.Sandbox;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Webhooks;
using Readiness.SecretManagers;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness sandbox</c>: the provider alone, for a developer at a desk.</summary>
internal static class SandboxCommand
{
    public static Command Create()
    {
        var command = new Command("sandbox", "Plays the provider for a developer at a desk: enforces its limits and logs each call");
        var options = new ConfigurationOptions().Add(command, ("--listen", "sandbox.listen", "Where to listen (http://127.0.0.1:0 takes a free port)"), ("--webhook-url", "webhook.url", "Where events go; else to what the integration subscribes"));
        command.SetAction((line, _) => Play(options.Read(line)));
        return command;
    }

    private static async Task<int> Play(ConfigurationInputs inputs)
    {
        try
        {
            return await Open(inputs);
        }
        catch (EnvironmentFaultException fault)
        {
            Host.Say($"{fault.Step}: {fault.Message}\n  {fault.Remedy}");
            return fault.ExitCode;
        }
    }

    private static async Task<int> Open(ConfigurationInputs inputs)
    {
        var loaded = ConfigurationChoice.Load(Host.Profiles, inputs, [], integrationMatters: false);
        if (loaded is ConfigurationResult.Refused refused)
        {
            Host.Refuse(refused);
            return ExitCode.Usage;
        }

        using var interruption = new Interruption(TextWriter.Null);
        var configuration = ((ConfigurationResult.Loaded)loaded).Configuration;
        var profile = Host.Profile(configuration.Profile);
        configuration = configuration with { Sandbox = configuration.Sandbox with { Options = Overlaid(configuration.Sandbox.Options, profile.DeskOptions) }, Pace = Pace.Documented };
        var clock = TimeProvider.System;
        await using var recorder = new JournalRecorder(clock, clock.GetTimestamp(), new RunStarted
        {
            At = TimeSpan.Zero,
            Profile = configuration.Profile,
            Pace = "documented",
            StartedAt = clock.GetUtcNow(),
            HarnessVersion = RunStart.HarnessVersion,
        }, DeclaredManager.Disclosure(configuration, profile), new MintedValues(), path: null);
        var faults = new FaultPlan(recorder);
        var dispatcher = new WebhookDispatcher(recorder, clock);
        await using var session = profile.Open(new RunContext
        {
            Configuration = configuration,
            Recorder = recorder,
            Faults = faults,
            Dispatcher = dispatcher,
            Clock = clock,
            Cancellation = interruption.Token,
            GivenCredentials = GivenCredentials.Read(configuration.Integration),
        });
        dispatcher.Trust.Declare(DeclaredAuthorities.Read(configuration.Webhook, state: ""));
        session.OpenDesk(inputs.CommandLine.TryGetValue("webhook.url", out var url) ? new Uri(url) : null);
        await using var others = MappingFiles.Serve(configuration.Sandbox);
        var application = new SandboxApplication(session.Provider, recorder, faults, clock) { Others = others };
        application.Answered += Log;
        application.WasUnreadable += what => Host.Say($"{recorder.Now:h\\:mm\\:ss}  {what}");
        await using var host = new KestrelHost(clock);
        await using var manager = DeclaredManager.Create(configuration, recorder, clock);
        using var trust = SandboxTrust.Of(configuration.Sandbox, folder: null, clock);
        try
        {
            var address = await host.Start(SandboxAddress.Of(configuration.Sandbox.Listen, configuration.Sandbox.PublicUrl, trust?.Authority), application, interruption.Token);
            await DeclaredManager.Start(manager, configuration, session, interruption.Token);
            Introduce(profile, session, address, [.. trust?.Templates ?? new Dictionary<string, string>(), .. manager?.Templates ?? new Dictionary<string, string>()], configuration.Integration.Credentials);
        }
        catch (SandboxListenException fault)
        {
            Host.Say(fault.Message);
            return ExitCode.Environment;
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, clock, interruption.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ExitCode.Ready;
    }

    private static void Introduce(IProviderProfile profile, IProfileSession session, Uri address, IEnumerable<KeyValuePair<string, string>> templates, IReadOnlyDictionary<string, CredentialReference> given)
    {
        var root = address.ToString().TrimEnd('/');
        Host.Say($"{profile.Checklist.Provider} sandbox");
        (string Name, string Value)[] lines =
        [
            ("base URL", root),
            ("token URL", root + session.TokenPath),
            .. session.Credentials.Select(credential => (credential.Key.Replace('.', ' '), given.GetValueOrDefault(credential.Key)?.ToString() ?? credential.Value)),
            .. session.DeskHints,
            .. templates.Select(template => (template.Key.Replace('.', ' '), template.Value)),
        ];
        var width = lines.Max(line => line.Name.Length);
        foreach (var (name, value) in lines)
        {
            Host.Say($"  {name.PadRight(width)}  {value}");
        }

        Host.Say("Limits are enforced. Ctrl-C ends it.\n");
    }

    private static void Log(Exchange exchange)
    {
        var took = (exchange.EndedAt - exchange.At)?.TotalMilliseconds ?? 0;
        var why = exchange.Annotation("missing") ?? exchange.Annotation("looked");
        Host.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{exchange.At:h\\:mm\\:ss}  {exchange.Status,3}  {exchange.Request.Method,-6} {exchange.Request.Target}  {took:0} ms{(why is null ? "" : $"  - {why}")}"));
    }

    private static Dictionary<string, string> Overlaid(IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> desk)
    {
        var merged = options.ToDictionary();
        foreach (var (key, value) in desk)
        {
            merged[key] = value;
        }

        return merged;
    }
}
