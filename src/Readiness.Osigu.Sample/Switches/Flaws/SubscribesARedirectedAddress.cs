using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Subscribes an address that redirects to the receiver, as a web server does for a missing slash.</summary>
internal sealed class SubscribesARedirectedAddress : ISwitch
{
    private const string Subscribed = "/hooks/osigu";

    public void Install(IServiceCollection services)
    {
        services.AddSingleton<IStartupFilter, Redirecting>();
        services.Wrap<ISubscriptionApi>((inner, _) => new AroundSubscription(inner, url => new Uri(url, Subscribed)));
    }

    private sealed class Redirecting : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(Redirect);
            next(application);
        };

        private static Task Redirect(HttpContext http, RequestDelegate next)
        {
            if (http.Request.Path != Subscribed)
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            http.Response.Headers.Location = WebhookEndpoint.Path;
            return Task.CompletedTask;
        }
    }
}
