using Readiness.Configuration;
using Readiness.Monitoring;
using Readiness.Recording;
using Readiness.Running.Progress;
using Readiness.Sandbox.Hosting;

namespace Readiness.Running;

/// <summary>Puts the sight of the integration's alerts into place. What does not work is a fault of the configuration or the environment, found before anything is judged.</summary>
internal static class AlertSight
{
    private const string Step = "the alerts can be seen";

    /// <returns>Null where no way is declared.</returns>
    public static AlertWatch? Of(MonitoringSettings? settings, JournalRecorder recorder, TimeProvider clock) => settings is null ? null : new AlertWatch(
        new AlertDeclaration
        {
            Way = settings.Alerts switch
            {
                MonitoringWay.Alertmanager => AlertWay.Alertmanager,
                MonitoringWay.Prometheus => AlertWay.Prometheus,
                _ => AlertWay.Sink,
            },
            Url = settings.Url,
            Within = settings.Within,
            Symptoms = settings.Symptoms,
            Metrics = settings.Metrics,
        },
        recorder,
        clock);

    /// <exception cref="EnvironmentFaultException">The sink cannot listen.</exception>
    public static async Task Open(AlertWatch? alerts, MonitoringSettings? settings, IRunProgress progress, CancellationToken cancellation)
    {
        try
        {
            await (alerts?.Open(settings?.Url is { } url ? SandboxAddress.Of(url) : new SandboxListen(), cancellation) ?? Task.CompletedTask);
            if (alerts?.SinkUrl is { } sink)
            {
                progress.Checked("alerts can be posted", sink.ToString());
            }
        }
        catch (SandboxListenException fault)
        {
            throw new EnvironmentFaultException(
                Step,
                fault.Message.Replace("The sandbox", "The sink of alerts", StringComparison.Ordinal).Replace("sandbox.listen", "monitoring.url", StringComparison.Ordinal),
                "end what listens there, or set monitoring.url to another address; without it a free port is taken");
        }
    }

    /// <exception cref="EnvironmentFaultException">What was declared does not answer, or does not fit.</exception>
    public static async Task Examine(AlertWatch? alerts, IRunProgress progress, CancellationToken cancellation)
    {
        try
        {
            if (alerts is not null)
            {
                var found = await alerts.Examine(cancellation);
                if (alerts.SinkUrl is null)
                {
                    progress.Checked(Step, found);
                }
            }
        }
        catch (AlertSourceException fault)
        {
            throw new EnvironmentFaultException(Step, fault.Message, fault.Remedy, fault.IsConfiguration ? Verdicts.ExitCode.Usage : Verdicts.ExitCode.Environment);
        }
    }
}
