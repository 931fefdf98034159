using Microsoft.Data.Sqlite;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The work of events with something done before, after or instead of it.</summary>
internal sealed class AroundEffects(Action<SqliteConnection, ProviderEvent> apply) : IEventEffects
{
    public void Apply(SqliteConnection connection, ProviderEvent received) => apply(connection, received);
}
