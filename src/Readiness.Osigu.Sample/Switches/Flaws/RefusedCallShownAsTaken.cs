using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Fetches a new token after a 401, loses the call that met it, and tells the clerk that the request is under way.</summary>
internal sealed class RefusedCallShownAsTaken : ISwitch
{
    public void Install(IServiceCollection services)
    {
        new Variants.NeverRetriesAfter401().Install(services);
        services.WrapOperation(RequestAuthorization.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            try
            {
                return await inner.RunAsync(input, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.CredentialsRefused)
            {
                return Outcome.Waiting("The request was taken and is under way.");
            }
        }));
    }
}
