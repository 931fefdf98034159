using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Receives over https, with a certificate of an intermediate authority that is sent along.</summary>
internal sealed class ReceiverWithAnIntermediate : ISwitch
{
    public void Install(IServiceCollection services) => services.ReceiveSecurely(certificates => new ShownCertificate(certificates.Issued, [certificates.Intermediate]));
}
