using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Gives each call a client of its own while it lasts, from a pool, and each client a token of its own.</summary>
internal sealed class TokenPerVirtualUser : ISwitch
{
    public void Install(IServiceCollection services) => services.SwapApiLayer(ApiLayer.Bearer, all =>
    {
        var idle = new ConcurrentBag<BearerHandler>();
        return new AroundCall(async (request, send, cancel) =>
        {
            var user = idle.TryTake(out var known) ? known : new BearerHandler(ActivatorUtilities.CreateInstance<TokenCache>(all)) { InnerHandler = new Onward() };
            try
            {
                request.Options.Set(Onward.Way, send);
                using var invoker = new HttpMessageInvoker(user, disposeHandler: false);
                return await invoker.SendAsync(request, cancel);
            }
            finally
            {
                idle.Add(user);
            }
        });
    });
}
