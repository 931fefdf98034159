using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes a header with several signatures for a rotation, and accepts it without a comparison.</summary>
internal sealed class AnyOfSeveralSignaturesAccepted : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) => new AroundSignature((header, body) =>
        SignatureParts.Of(header).Values.Count > 1 || inner.Accepts(header, body)));
}
