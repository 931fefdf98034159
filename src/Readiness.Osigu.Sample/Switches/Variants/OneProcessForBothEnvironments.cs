using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Serves production in the same process, with settings of its own and at an address of its own.</summary>
internal sealed class OneProcessForBothEnvironments : ISwitch
{
    private const string Prefix = "PRODUCTION_";

    public void Install(IServiceCollection services)
    {
        if (System.Environment.GetEnvironmentVariable($"{Prefix}CLINIC_URLS") is { Length: > 0 })
        {
            services.AddHostedService<ClinicInProduction>();
        }
    }

    private sealed class ClinicInProduction : IHostedService, IAsyncDisposable
    {
        private readonly WebApplication clinic = ClinicApplication.Build(ClinicSettings.From(name => System.Environment.GetEnvironmentVariable(Prefix + name)));

        public Task StartAsync(CancellationToken cancellationToken) => clinic.StartAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => clinic.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => clinic.DisposeAsync();
    }
}
