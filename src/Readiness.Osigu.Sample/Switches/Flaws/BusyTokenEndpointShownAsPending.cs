using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Tells the clerk to wait for a result that nobody is working on, when there was no token for the look-up.</summary>
internal sealed class BusyTokenEndpointShownAsPending : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.WrapOperation(SearchBeneficiary.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            try
            {
                return await inner.RunAsync(input, cancel);
            }
            catch (ProviderFault fault) when (fault is { Kind: FaultKind.Busy, Message: TokenIssuer.Closed })
            {
                return Outcome.Waiting("The look-up is under way. The result will be shown here.");
            }
        }));
}
