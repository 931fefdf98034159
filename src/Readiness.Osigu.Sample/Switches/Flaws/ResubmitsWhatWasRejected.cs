using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends an order again, unchanged, when a part of it was rejected.</summary>
internal sealed class ResubmitsWhatWasRejected : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(RequestAuthorization.Name, (inner, _) =>
        new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            var hasRejection = outcome.Result?["authorizations"]?.AsArray().Any(one => (string?)one!["status"] is AuthorizationStatus.Rejected) is true;
            if (hasRejection)
            {
                await inner.RunAsync(input, cancel);
            }

            return outcome;
        }));
}
