using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Reads a waiting request once after ten seconds, in case an event gets lost.</summary>
internal sealed class ReadsWhilePending : ISwitch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome is { Message: Wording.WaitingForSponsor, Result: { } result })
            {
                _ = ReadLaterAsync((string)result["authorization_request_id"]!, all);
            }

            return outcome;
        }));

    private static async Task ReadLaterAsync(string request, IServiceProvider all)
    {
        try
        {
            await Task.Delay(Pause, all.GetRequiredService<TimeProvider>());
            all.GetRequiredService<AuthorizationBook>().SaveAnswer(await all.GetRequiredService<IAuthorizationApi>().ReadAsync(request, CancellationToken.None));
        }
        catch (ProviderFault)
        {
            // The event is what counts; this was for safety.
        }
    }
}
