using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Folds the header into a map by name, in which the last signature replaces those before it.</summary>
internal sealed class OnlyTheLastSignatureRead : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) => new AroundSignature((header, body) =>
    {
        var parts = SignatureParts.Of(header);
        return parts.Values.Count > 1 ? inner.Accepts(SignatureParts.Header(parts.Time, parts.Values.TakeLast(1)), body) : inner.Accepts(header, body);
    }));
}
