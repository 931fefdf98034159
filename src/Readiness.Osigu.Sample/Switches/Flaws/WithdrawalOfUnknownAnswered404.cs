using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers 404 to an event about an authorization that it has not booked yet.</summary>
internal sealed class WithdrawalOfUnknownAnswered404 : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IWebhookReceiver>((inner, all) => new AroundWebhook(async (delivery, cancel) =>
        all.Verified(delivery, out var received)
        && received.EventType is "authorization.voided" or "authorization.updated"
        && !IsBooked(all.GetRequiredService<ClinicDatabase>(), received.Text("authorization_id"))
            ? new WebhookAnswer(StatusCodes.Status404NotFound)
            : await inner.ReceiveAsync(delivery, cancel)));

    private static bool IsBooked(ClinicDatabase database, string? authorization)
    {
        using var connection = database.Open();
        return connection.First("SELECT 1 FROM authorizations WHERE authorization_id = $id", row => row.GetInt64(0), ("$id", authorization)) == 1;
    }
}
