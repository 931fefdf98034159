using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads the first signature of the header and no other.</summary>
internal sealed class OnlyTheFirstSignatureRead : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) => new AroundSignature((header, body) =>
    {
        var parts = SignatureParts.Of(header);
        return parts.Values.Count > 1 ? inner.Accepts(SignatureParts.Header(parts.Time, parts.Values.Take(1)), body) : inner.Accepts(header, body);
    }));
}
