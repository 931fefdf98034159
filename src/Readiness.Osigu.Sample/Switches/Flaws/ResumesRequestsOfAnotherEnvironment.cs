using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Begins with a copy of the production database, and asks for what was open there.</summary>
internal sealed class ResumesRequestsOfAnotherEnvironment : ISwitch
{
    private const string OpenInTheCopy = "areq_01HZPRODCPY4M8K2TQX7VW9RBN";

    public void Install(IServiceCollection services) => services.AddHostedService<Resumer>();

    private sealed class Resumer(IAuthorizationApi authorizations) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            try
            {
                await authorizations.ReadAsync(OpenInTheCopy, stoppingToken);
            }
            catch (ProviderFault)
            {
                // Such jobs write a line and go on with the next.
            }
        }
    }
}
