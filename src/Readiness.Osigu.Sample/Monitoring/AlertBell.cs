using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>Rings for whoever is on duty: evaluates the rules again and again, and posts what changed. Silent where nobody is named.</summary>
internal sealed partial class AlertBell(AlertEvaluation evaluation, AlertRules rules, ClinicSettings settings, TimeProvider time, ILogger<AlertBell> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan PostLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly List<RaisedAlert> due = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.AlertsUrl is not { } duty)
        {
            return;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = !duty.IsLoopback }) { Timeout = PostLimit };
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Interval, time, stoppingToken);
            due.AddRange(evaluation.Next());
            if (due.Count > 0 && !await PostAsync(http, duty, stoppingToken))
            {
                // What was not taken is told again, with what came in the meantime.
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task<bool> PostAsync(HttpClient http, Uri duty, CancellationToken cancel)
    {
        try
        {
            using var content = new StringContent(AlertPost.Of(due, rules.InAlertmanagersFormat), Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(duty, content, cancel);
            if (answer.IsSuccessStatusCode)
            {
                due.Clear();
                return true;
            }

            LogNotTaken(log, $"answered {(int)answer.StatusCode}");
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            LogNotTaken(log, fault.Message);
        }

        return false;
    }

    [LoggerMessage(LogLevel.Warning, "An alert was not taken: {Reason}")]
    private static partial void LogNotTaken(ILogger log, string reason);
}
