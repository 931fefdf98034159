using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Tells the clerk where a prescription went, by the first letter of the address and the last digits of the number.</summary>
internal sealed class MasksInItsOwnWay : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(IssuePrescription.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
    {
        var outcome = await inner.RunAsync(input, cancel);
        var email = ContactDetails.Of(input, "email");
        return outcome with { Message = $"{outcome.Message} Sent to {email[0]}*** and *** {ContactDetails.Of(input, "phone")[^3..]}.".Trim() };
    }));
}
