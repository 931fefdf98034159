using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>The transport itself sends a request again, at once, when its connection died, where a second one does no harm.</summary>
internal sealed class TransportRepeatsReads : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(40, _ => new AroundCall(async (request, send, _) =>
    {
        try
        {
            return await send(request);
        }
        catch (HttpRequestException) when (request.Options.TryGetValue(RepeatRule.Key, out var repeat) && repeat is Repeat.Anytime)
        {
            return await send(request);
        }
    }));
}
