using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Looks for the signature under a name in exactly the documented case.</summary>
internal sealed class CaseSensitiveHeader : ISwitch
{
    public void Install(IServiceCollection services) => services.AddSingleton<IStartupFilter, ExactNames>();

    private sealed class ExactNames : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => application =>
        {
            application.Use(DropOtherSpellings);
            next(application);
        };

        private static Task DropOtherSpellings(HttpContext http, RequestDelegate next)
        {
            if (!http.Request.Headers.Keys.Contains(SignatureHeader.Name, StringComparer.Ordinal))
            {
                http.Request.Headers.Remove(SignatureHeader.Name);
            }

            return next(http);
        }
    }
}
