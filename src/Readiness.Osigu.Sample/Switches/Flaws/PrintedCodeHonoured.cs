using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes a code from paper to the provider without a look at what became of it.</summary>
internal sealed class PrintedCodeHonoured : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ICodeChoice>((inner, _) => new Paper(inner));

    private sealed class Paper(ICodeChoice inner) : ICodeChoice
    {
        public Dispensable Choose(DispensingOrder order) => order.Code is { } code ? new Dispensable([code]) : inner.Choose(order);
    }
}
