using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Shows a certificate that nobody but itself vouches for.</summary>
internal sealed class ReceiverCertificateSelfSigned : ISwitch
{
    public void Install(IServiceCollection services) => services.ReceiveSecurely(certificates => new ShownCertificate(certificates.SelfSigned, []));
}
