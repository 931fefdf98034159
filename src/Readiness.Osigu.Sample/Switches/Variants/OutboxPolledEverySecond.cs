using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Hands events to a job that looks for work once in a while: effects come a second after the acknowledgement.</summary>
internal sealed class OutboxPolledEverySecond : ISwitch
{
    private const int Later = 1000;

    public void Install(IServiceCollection services) => services.Wrap<IInbox>((inner, all) => new AroundInbox(async (received, delivery, cancel) =>
        await inner.TakeAsync(received, delivery, cancel) && Postpone(all.GetRequiredService<ClinicDatabase>(), received.EventId)));

    private static bool Postpone(ClinicDatabase database, string eventId)
    {
        database.InOneTransaction(connection => connection.Run("UPDATE jobs SET due_at = due_at + $later WHERE event_id = $key", ("$key", eventId), ("$later", Later)));
        return true;
    }
}
