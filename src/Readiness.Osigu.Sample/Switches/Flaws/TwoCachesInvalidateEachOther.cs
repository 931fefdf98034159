using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has one cache for reads and one for writes over one shared place: each takes the other's token for stale and replaces it.</summary>
internal sealed class TwoCachesInvalidateEachOther : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, all =>
    {
        var tokens = all.GetRequiredService<ITokenSource>();
        HttpMethod? owner = null;
        return new AroundCall(async (request, send, cancel) =>
        {
            var last = Interlocked.Exchange(ref owner, request.Method);
            if (last is not null && last != request.Method)
            {
                tokens.Discard(await tokens.GetAsync(cancel));
            }

            return await send(request);
        });
    });
}
