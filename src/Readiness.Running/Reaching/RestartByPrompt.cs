using Readiness.Drivers.Launch;
using Readiness.Drivers.People;

namespace Readiness.Running.Reaching;

/// <summary>A person at the terminal is asked to restart it.</summary>
internal sealed class RestartByPrompt(Person person, TimeSpan limit) : IRestartWay
{
    private const string Remedy = "restart it when you are asked to, or declare integration.attach.restart.command";

    public string? Not => null;

    public Task Restart(IReadOnlyDictionary<string, string> credentials, CancellationToken cancellation) => person.Talk(
        async talk =>
        {
            talk.Show($"\nPlease restart the integration now: end it, and start it again with the settings that it has. You have {limit.TotalSeconds:0} s.");
            while (true)
            {
                switch (await talk.Ask("Enter once it was restarted, or 'no' if it cannot be: ", limit, cancellation))
                {
                    case Typed.Line { Text: "" or "y" or "yes" }:
                        return true;
                    case Typed.Line { Text: "n" or "no" }:
                        throw new LaunchException("the person at the terminal could not restart the integration", Remedy);
                    case Typed.Line other:
                        talk.Show($"'{other.Text}' is neither.");
                        break;
                    case Typed.Nothing:
                        throw new LaunchException($"nobody at the terminal had restarted the integration after {limit.TotalSeconds:0} s", Remedy);
                    default:
                        throw new LaunchException("standard input was closed before the integration was restarted", Remedy);
                }
            }
        },
        cancellation);
}
