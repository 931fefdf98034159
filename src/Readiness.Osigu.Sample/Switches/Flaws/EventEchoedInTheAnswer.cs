using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Answers an event with the event.</summary>
internal sealed class EventEchoedInTheAnswer : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter, Echo>();

    private sealed class Echo : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(async (http, onward) =>
            {
                http.Request.EnableBuffering();
                await onward(http);
                if (http.Request.Path == WebhookEndpoint.Path)
                {
                    http.Request.Body.Position = 0;
                    http.Response.ContentType = "application/json";
                    await http.Request.Body.CopyToAsync(http.Response.Body, http.RequestAborted);
                }
            });
            next(application);
        };
    }
}
