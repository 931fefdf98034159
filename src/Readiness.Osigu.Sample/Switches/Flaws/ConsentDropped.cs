using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Issues prescriptions of version 1.1 without the consent that this version wants.</summary>
internal sealed class ConsentDropped : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall((request, send, _) =>
    {
        PrescriptionVersion.MakeItOnePointOne(request);
        return send(request);
    }));
}
