using Readiness.Configuration;
using Readiness.Drivers.Launch;

namespace Readiness.Running.Reaching;

/// <summary>An integration that the harness started.</summary>
internal sealed class LaunchedIntegration(IntegrationProcess process, LaunchSettings launch, LaunchTemplates templates, RunFolder folder) : IRunningIntegration
{
    /// <summary>The process, for a driver that talks to it.</summary>
    public IntegrationProcess Process => process;

    public bool OutputIsSeen => true;

    public IReadOnlyList<string> LastLines => process.LastLines;

    public int? ExitedWith => process.ExitedWith;

    public string? NoRestart => null;

    public bool EndsAsACrash => true;

    public Task<string?> Gone(CancellationToken cancellation) =>
        Task.FromResult(ExitedWith is { } code ? $"the integration's process ended with exit code {code}" : null);

    public Task Restart(CancellationToken cancellation) => process.Restart(cancellation);

    public void Provide(IReadOnlyDictionary<string, string> credentials)
    {
        // Also where it comes back after a crash it has to find what counts then.
        process.NextTime(templates.With(credentials).Plan(launch));
        folder.WriteSecrets(credentials);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
