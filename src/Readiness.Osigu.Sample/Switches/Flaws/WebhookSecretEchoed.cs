using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Says in its answer to a bad signature with which key it was compared.</summary>
internal sealed class WebhookSecretEchoed : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter, Echo>();

    private sealed class Echo(ISecrets secrets) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(async (http, onward) =>
            {
                await onward(http);
                if (http.Request.Path == WebhookEndpoint.Path && http.Response.StatusCode == StatusCodes.Status401Unauthorized)
                {
                    await http.Response.WriteAsJsonAsync(new { error = "signature does not match", key = secrets.WebhookSecrets[0] }, http.RequestAborted);
                }
            });
            next(application);
        };
    }
}
