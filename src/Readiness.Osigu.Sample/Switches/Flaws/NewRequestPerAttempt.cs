using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Makes a new request, three times in all, where the old one only wants a document.</summary>
internal sealed class NewRequestPerAttempt : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Swap<IOpenRequests, NothingLeftOpen>();
        services.WrapOperation(RequestAuthorization.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            for (var attempt = 2; attempt <= 3 && outcome.Message is Wording.DocumentMissing; attempt++)
            {
                outcome = await inner.RunAsync(input, cancel);
            }

            return outcome;
        }));
    }
}
