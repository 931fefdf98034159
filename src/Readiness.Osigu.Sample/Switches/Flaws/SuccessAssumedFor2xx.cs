using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes the 200 of an incomplete request for an authorization.</summary>
internal sealed class SuccessAssumedFor2xx : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, _) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            return outcome.Message is Wording.DocumentMissing ? Outcome.Success(outcome.Result!) : outcome;
        }));
}
