using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends the order again when the sponsor has not decided after two seconds.</summary>
internal sealed class ResubmitsWhilePending : ISwitch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, all) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            if (outcome.Message is Wording.WaitingForSponsor)
            {
                _ = ResubmitAsync();
            }

            return outcome;

            async Task ResubmitAsync()
            {
                try
                {
                    await Task.Delay(Patience, all.GetRequiredService<TimeProvider>(), CancellationToken.None);
                    await inner.RunAsync(input, CancellationToken.None);
                }
                catch (ProviderFault)
                {
                    // Nobody looks at the second answer.
                }
            }
        }));
}
