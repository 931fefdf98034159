using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Trims white space from the body before checking the signature.</summary>
internal sealed class BodyTrimmedBeforeVerifying : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) =>
        new AroundSignature((header, body) => inner.Accepts(header, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Trim()))));
}
