using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Expects a time and one signature, and refuses a header of more parts.</summary>
internal sealed class SeveralSignaturesAreMalformed : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) => new AroundSignature((header, body) =>
        SignatureParts.Of(header).Values.Count <= 1 && inner.Accepts(header, body)));
}
