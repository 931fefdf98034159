using Readiness.Drivers.Attach;

namespace Readiness.Running.Reaching;

/// <summary>A declared command restarts it.</summary>
/// <param name="plan">The command with these credentials in its templates.</param>
internal sealed class RestartByCommand(RestartCommand command, Func<IReadOnlyDictionary<string, string>, RestartPlan> plan) : IRestartWay
{
    public string? Not => null;

    public Task Restart(IReadOnlyDictionary<string, string> credentials, CancellationToken cancellation) => command.Run(plan(credentials), cancellation);
}
