using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats every half second for as long as the process lives; the clerk never gets an answer.</summary>
internal sealed class RetriesWithoutEnd : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.ChangeRetries(rules => rules with
        {
            Retries = int.MaxValue,
            Delays = _ => TimeSpan.FromSeconds(0.5),
            LongestWait = TimeSpan.MaxValue,
        });
        services.AddApiLayer(5, _ => new DeafToHangingUp());
    }

    /// <summary>A clerk who goes away does not end it.</summary>
    private sealed class DeafToHangingUp : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(request, CancellationToken.None);
    }
}
