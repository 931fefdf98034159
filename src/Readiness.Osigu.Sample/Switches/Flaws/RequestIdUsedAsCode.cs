using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Dispenses against the id of the request instead of the codes of its authorizations.</summary>
internal sealed class RequestIdUsedAsCode : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ICodeChoice>((inner, _) => new RequestIds(inner));

    private sealed class RequestIds(ICodeChoice inner) : ICodeChoice
    {
        public Dispensable Choose(DispensingOrder order)
        {
            var chosen = inner.Choose(order);
            return order.AuthorizationRequestId is { } id && chosen.Codes.Count > 0 ? chosen with { Codes = [id] } : chosen;
        }
    }
}
