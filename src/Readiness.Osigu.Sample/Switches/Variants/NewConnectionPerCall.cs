using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Opens a connection for each call and closes it afterwards.</summary>
internal sealed class NewConnectionPerCall : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(40, _ => new AroundCall((request, send, _) =>
    {
        request.Headers.ConnectionClose = true;
        return send(request);
    }));
}
