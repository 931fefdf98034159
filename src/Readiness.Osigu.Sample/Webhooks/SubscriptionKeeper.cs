using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Subscriptions;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Webhooks;

/// <summary>Sees to it that the provider sends events here: at the start, and again when it seems to have forgotten the clinic.</summary>
internal sealed partial class SubscriptionKeeper(
    ISubscriptionApi subscriptions, SubscriptionTopics topics, ClinicSettings settings, TimeProvider time, ILogger<SubscriptionKeeper> log)
    : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim checks = new(1);

    /// <summary>Lets the subscription be looked at again, soon, in the background.</summary>
    public void CheckAgain() => checks.Release();

    public override void Dispose()
    {
        base.Dispose();
        checks.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await checks.WaitAsync(stoppingToken);
            await SubscribeAsync(stoppingToken);
        }
    }

    private async Task SubscribeAsync(CancellationToken cancel)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await EnsureAsync(cancel);
                return;
            }
            catch (Exception fault) when (fault is ProviderFault or SettingsException)
            {
                LogNotSubscribed(log, fault.Message);
                await Task.Delay(pause, time, cancel);
            }
        }
    }

    private async Task EnsureAsync(CancellationToken cancel)
    {
        var receiver = new Uri(settings.PublicUrl, WebhookEndpoint.Path);
        var existing = await subscriptions.ListAsync(cancel);
        if (!existing.Any(known => known.Url == receiver.ToString() && topics.EventTypes.All(known.EventTypes.Contains)))
        {
            await subscriptions.CreateAsync(receiver, topics, cancel);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Not subscribed to events yet: {Reason}")]
    private static partial void LogNotSubscribed(ILogger log, string reason);
}
