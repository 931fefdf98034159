using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Notes the refusal of an unregistered product for later, and shows the order as sent.</summary>
internal sealed class UnregisteredProductSwallowed : ISwitch
{
    public void Install(IServiceCollection services)
    {
        foreach (var operation in (string[])[RequestAuthorization.Name, IssuePrescription.Name, SubmitClaim.Name])
        {
            services.WrapOperation(operation, (inner, _) => new AroundOperation(async (input, cancel) =>
            {
                try
                {
                    return await inner.RunAsync(input, cancel);
                }
                catch (Provider.ProviderFault fault) when (fault.Code is Wording.NotRegistered)
                {
                    return Outcome.Success(new { Status = "SENT" });
                }
            }));
        }
    }
}
