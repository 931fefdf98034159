using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Runs a whole job from its beginning where its end is not known.</summary>
internal sealed class RunsTheLostJobAgain : ISwitch
{
    public void Install(IServiceCollection services)
    {
        Again(services, SubmitClaim.Name);
        Again(services, DispatchSettlement.Name);
    }

    private static void Again(IServiceCollection services, string operation) => services.WrapOperation(operation, (inner, _) =>
        new AroundOperation(async (input, cancel) =>
        {
            try
            {
                return await inner.RunAsync(input, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.OutcomeUnknown)
            {
                return await inner.RunAsync(input, cancel);
            }
        }));
}
