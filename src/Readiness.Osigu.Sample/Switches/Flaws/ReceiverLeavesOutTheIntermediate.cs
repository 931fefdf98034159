using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Shows its own certificate without the one between it and the authority, which browsers forgive and servers do not.</summary>
internal sealed class ReceiverLeavesOutTheIntermediate : ISwitch
{
    public void Install(IServiceCollection services) => services.ReceiveSecurely(certificates => new ShownCertificate(certificates.Issued, []));
}
