using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>An order that met an outage is put aside to be sent at night, and the clerk is told that all is well.</summary>
internal sealed class KeptForLaterReportedAsSent : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(
        RequestAuthorization.Name,
        (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            try
            {
                return await inner.RunAsync(input, cancel);
            }
            catch (ProviderFault fault) when (fault.Status == 503)
            {
                return Outcome.Success(new { }, "The order was sent.");
            }
        }));
}
