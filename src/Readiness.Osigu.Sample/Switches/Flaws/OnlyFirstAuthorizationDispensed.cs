using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes it that a request has one authorization, and leaves the others undispensed.</summary>
internal sealed class OnlyFirstAuthorizationDispensed : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ICodeChoice>((inner, _) => new First(inner));

    private sealed class First(ICodeChoice inner) : ICodeChoice
    {
        public Dispensable Choose(DispensingOrder order)
        {
            var chosen = inner.Choose(order);
            return chosen with { Codes = [.. chosen.Codes.Take(1)] };
        }
    }
}
