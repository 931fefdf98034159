using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Closes the connection after a 401: who forges once is not listened to further.</summary>
internal sealed class RejectsAndClosesConnection : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter, Closing>();

    private sealed class Closing : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(CloseAfterRefusal);
            next(application);
        };

        private static Task CloseAfterRefusal(HttpContext http, RequestDelegate next)
        {
            if (http.Request.Path == WebhookEndpoint.Path)
            {
                http.Response.OnStarting(() =>
                {
                    if (http.Response.StatusCode is StatusCodes.Status401Unauthorized)
                    {
                        http.Response.Headers.Connection = "close";
                    }

                    return Task.CompletedTask;
                });
            }

            return next(http);
        }
    }
}
