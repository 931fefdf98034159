using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Completes the same request again and again without attaching what is missing.</summary>
internal sealed class CompletesInALoop : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, all) =>
    {
        var time = all.GetRequiredService<TimeProvider>();
        return new AroundCompletion(inner, async (_, complete, cancel) =>
        {
            var state = await complete();
            for (var attempt = 2; attempt <= 6 && state.Status is AuthorizationStatus.PendingIndication; attempt++)
            {
                await Task.Delay(TimeSpan.FromSeconds(0.3), time, cancel);
                state = await complete();
            }

            return state;
        });
    });
}
