using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Takes a change as a hint only: reads the request at the provider, and books what the answer says.</summary>
internal sealed class RefetchesOnUpdate : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
            decision.Status is null ? decision with { Products = null, ExpiresAt = null } : decision));
        services.Wrap<IInbox>((inner, all) => new AroundInbox(async (received, delivery, cancel) =>
        {
            var isNew = await inner.TakeAsync(received, delivery, cancel);
            if (isNew && received is { EventType: "authorization.updated" } && received.Text("authorization_request_id") is { } request)
            {
                _ = RefetchAsync(request, all);
            }

            return isNew;
        }));
    }

    private static async Task RefetchAsync(string request, IServiceProvider all)
    {
        try
        {
            var state = await all.GetRequiredService<IAuthorizationApi>().ReadAsync(request, CancellationToken.None);
            var book = all.GetRequiredService<IDecisionBook>();
            all.GetRequiredService<ClinicDatabase>().InOneTransaction(connection =>
            {
                foreach (var one in state.Authorizations)
                {
                    book.Record(connection, AsDecision(state.AuthorizationRequestId, one, all.GetRequiredService<TimeProvider>().GetUtcNow()));
                }

                return true;
            });
        }
        catch (ProviderFault)
        {
            // The provider repeats an event whose work is not done; this sample leaves it at that.
        }
    }

    private static Decision AsDecision(string request, Authorization read, DateTimeOffset now) => new()
    {
        DecidedAt = now,
        AuthorizationRequestId = request,
        Status = read.Status,
        AuthorizationId = read.AuthorizationId,
        AuthorizationCode = read.AuthorizationCode,
        RejectionReason = read.RejectionReason,
        ProductType = read.ProductType,
        Products = read.Products,
        ExpiresAt = read.ExpiresAt,
    };
}
