using Readiness.Drivers;
using Readiness.Monitoring;
using Readiness.Running.Profiles;
using Readiness.Sandbox;
using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.OtherRoutes;
using Readiness.SecretManagers;

namespace Readiness.Running;

/// <summary>What runs during a run: sandbox, integration, the provider's side. Ended in the order in which nothing is left behind.</summary>
internal sealed class RunServices : IAsyncDisposable
{
    private bool stopped;

    public required RunContext Context { get; init; }

    public required RunFolder Folder { get; init; }

    public required RunFacts Facts { get; init; }

    public required IProfileSession Session { get; init; }

    public required SandboxApplication Application { get; init; }

    public required ISandboxHost Host { get; init; }

    /// <summary>Answers beside the provider; null where nobody does.</summary>
    public required IOtherRoutes? Others { get; init; }

    /// <summary>The secrets manager that is played; null where none is declared.</summary>
    public required PlayedManager? Manager { get; init; }

    /// <summary>The first failure of the harness itself while it played somebody; null where there was none.</summary>
    public Exception? PlayingFault => Application.Fault ?? Manager?.Application.Fault ?? Production?.Fault;

    /// <summary>The second sandbox, which plays production; null where none is declared.</summary>
    public required ProductionEnvironment? Production { get; init; }

    public required Uri SandboxUrl { get; init; }

    /// <summary>The certificate authority of this run; null where the sandbox speaks http.</summary>
    public required SandboxTrust? Trust { get; init; }

    public required IntegrationUnderTest Integration { get; init; }

    public required Uri? Receiver { get; init; }

    /// <summary>Brings new secrets to the integration.</summary>
    public required SecretHandover Handover { get; init; }

    /// <summary>Sees the integration's alerts; null where no way is declared.</summary>
    public required AlertWatch? Alerts { get; init; }

    /// <summary>Searches for secrets beside the run.</summary>
    public required SecretSearch Search { get; init; }

    /// <summary>Measures beside the run how late this machine is.</summary>
    public required NoiseMeter Noise { get; init; }

    /// <summary>What ends the run early.</summary>
    public required RunStop Stopping { get; init; }

    /// <summary>Ends integration and sandbox; what was still open goes into the journal as unfinished.</summary>
    public async Task Stop()
    {
        if (stopped)
        {
            return;
        }

        stopped = true;
        Context.Faults.Clear();
        await Noise.End();
        await Search.DisposeAsync();
        if (Production is not null)
        {
            await Production.DisposeAsync();
        }

        await Integration.DisposeAsync();
        await Session.DisposeAsync();
        await Host.DisposeAsync();
        if (Others is not null)
        {
            await Others.DisposeAsync();
        }

        Trust?.Dispose();
        if (Manager is not null)
        {
            await Manager.DisposeAsync();
        }

        if (Alerts is not null)
        {
            await Alerts.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Context.Recorder.DisposeAsync();
        Folder.RemoveScratch();
    }
}
