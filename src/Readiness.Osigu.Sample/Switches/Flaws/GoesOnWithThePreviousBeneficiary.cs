using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Leaves the last person on the form when the next is not found, and goes on with that one.</summary>
internal sealed class GoesOnWithThePreviousBeneficiary : ISwitch
{
    public void Install(IServiceCollection services)
    {
        Beneficiary? onTheForm = null;
        services.Wrap<IBeneficiarySearch>((inner, _) => new AroundSearch(async (key, cancel) =>
        {
            try
            {
                return onTheForm = await inner.FindAsync(key, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound && onTheForm is not null)
            {
                return onTheForm;
            }
        }));
    }
}
