using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Believes whatever is posted.</summary>
internal sealed class SignatureNotChecked : ISwitch
{
    public void Install(IServiceCollection services) =>
        services.Wrap<ISignatureCheck>((_, _) => new AroundSignature((_, _) => true));
}
