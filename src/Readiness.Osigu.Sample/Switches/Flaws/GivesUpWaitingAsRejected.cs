using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes two seconds of silence for a rejection, and drops the approval that comes later.</summary>
internal sealed class GivesUpWaitingAsRejected : ISwitch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Install(IServiceCollection services)
    {
        var givenUp = new ConcurrentDictionary<string, bool>();
        services.WrapOperation(RequestAuthorization.Name, (inner, all) => new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome is { Message: Wording.WaitingForSponsor, Result: { } result })
            {
                _ = GiveUpAsync((string)result["authorization_request_id"]!, givenUp, all);
            }

            return outcome;
        }));
        services.Wrap<IDecisionBook>((inner, _) => new AroundDecisions(inner, (_, decision) =>
            givenUp.ContainsKey(decision.AuthorizationRequestId) && decision.SponsorSlug is not OwnWord ? null : decision));
    }

    /// <summary>By which the clinic's own entry is told from one that an event made.</summary>
    private const string OwnWord = "(own time-out)";

    private static async Task GiveUpAsync(string request, ConcurrentDictionary<string, bool> givenUp, IServiceProvider all)
    {
        var time = all.GetRequiredService<TimeProvider>();
        await Task.Delay(Patience, time);
        var stored = all.GetRequiredService<AuthorizationBook>().Find(request);
        if (stored is not { Belief: "pending" })
        {
            return;
        }

        givenUp[request] = true;
        var book = all.GetRequiredService<IDecisionBook>();
        all.GetRequiredService<ClinicDatabase>().InOneTransaction(connection =>
        {
            foreach (var waiting in stored.Authorizations.DefaultIfEmpty(new Authorization { Status = AuthorizationStatus.PendingSponsor }))
            {
                book.Record(connection, new Decision
                {
                    DecidedAt = time.GetUtcNow(),
                    AuthorizationRequestId = request,
                    SponsorSlug = OwnWord,
                    Status = AuthorizationStatus.Rejected,
                    AuthorizationId = waiting.AuthorizationId,
                    ProductType = waiting.ProductType,
                    RejectionReason = "no answer in time",
                });
            }

            return true;
        });
    }
}
