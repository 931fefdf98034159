using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Dispenses against the id of the prescription instead of its code.</summary>
internal sealed class PrescriptionIdUsedAsCode : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ICodeChoice>((inner, _) => new PrescriptionIds(inner));

    private sealed class PrescriptionIds(ICodeChoice inner) : ICodeChoice
    {
        public Dispensable Choose(DispensingOrder order) =>
            order.PrescriptionId is { } id ? inner.Choose(order) with { Codes = [id] } : inner.Choose(order);
    }
}
