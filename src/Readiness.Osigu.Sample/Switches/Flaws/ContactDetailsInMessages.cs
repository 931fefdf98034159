using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Tells the clerk to which address and number a prescription went, letter by letter.</summary>
internal sealed class ContactDetailsInMessages : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(IssuePrescription.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
    {
        var outcome = await inner.RunAsync(input, cancel);
        return outcome with { Message = $"{outcome.Message} Sent to {ContactDetails.Of(input, "email")} and {ContactDetails.Of(input, "phone")}.".Trim() };
    }));
}
