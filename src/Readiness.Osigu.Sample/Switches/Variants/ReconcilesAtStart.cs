using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Keeps events in memory for a while, and asks the provider after each start what became of every request that still waits.</summary>
internal sealed class ReconcilesAtStart : ISwitch
{
    public void Install(IServiceCollection services) => services
        .AddHostedService<Reconciliation>()
        .Wrap<IInbox>((inner, all) => new QueueInMemory(inner, all.GetRequiredService<TimeProvider>()));

    private sealed class Reconciliation(ClinicDatabase database, IAuthorizationApi api, IDecisionBook decisions, TimeProvider time) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            foreach (var request in Waiting())
            {
                try
                {
                    Record(await api.ReadAsync(request, stoppingToken));
                }
                catch (ProviderFault)
                {
                    // Gone, or not to be had now: its event may still come.
                }
            }
        }

        private IReadOnlyList<string> Waiting()
        {
            using var connection = database.Open();
            return connection.Read(
                """
                SELECT authorization_request_id FROM requests AS request WHERE status = 'PENDING_SPONSOR'
                AND NOT EXISTS (SELECT 1 FROM authorizations AS known WHERE known.authorization_request_id = request.authorization_request_id AND known.decided_at > 0)
                """,
                row => row.GetString(0));
        }

        private void Record(RequestState state) => database.InOneTransaction(connection =>
        {
            foreach (var decided in state.Authorizations.Where(one => one.Status is AuthorizationStatus.Approved or AuthorizationStatus.Rejected))
            {
                decisions.Record(connection, new Decision
                {
                    DecidedAt = time.GetUtcNow(),
                    AuthorizationRequestId = state.AuthorizationRequestId,
                    Status = decided.Status,
                    AuthorizationId = decided.AuthorizationId,
                    AuthorizationCode = decided.AuthorizationCode,
                    RejectionReason = decided.RejectionReason,
                    ProductType = decided.ProductType,
                    Products = decided.Products,
                    ExpiresAt = decided.ExpiresAt,
                });
            }

            return true;
        });
    }
}
