using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Parks a withdrawal whose approval has not come yet, and applies it once it has.</summary>
internal sealed class ParksEarlyWithdrawals : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDecisionBook>((inner, _) => new Parking(inner));

    private sealed class Parking(IDecisionBook inner) : IDecisionBook
    {
        public void Record(SqliteConnection connection, Decision decision)
        {
            connection.Run("CREATE TABLE IF NOT EXISTS parked (authorization_id TEXT PRIMARY KEY, decided_at INTEGER NOT NULL)");
            if (decision.Status is AuthorizationStatus.Voided && inner.RequestOf(connection, decision.AuthorizationId ?? "") is null)
            {
                connection.Run("INSERT OR REPLACE INTO parked VALUES ($id, $at)", ("$id", decision.AuthorizationId), ("$at", decision.DecidedAt.ToUnixTimeMilliseconds()));
                return;
            }

            inner.Record(connection, decision);
            if (connection.First("SELECT decided_at FROM parked WHERE authorization_id = $id", row => row.GetInt64(0), ("$id", decision.AuthorizationId)) is > 0 and var at)
            {
                inner.Record(connection, decision with { Status = AuthorizationStatus.Voided, DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(at) });
                connection.Run("DELETE FROM parked WHERE authorization_id = $id", ("$id", decision.AuthorizationId));
            }
        }

        public string? RequestOf(SqliteConnection connection, string authorizationId) => inner.RequestOf(connection, authorizationId);
    }
}
