using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Reads the body as Latin-1 text and checks the signature over that text as UTF-8.</summary>
internal sealed class BodyDecodedAsLatin1 : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) =>
        new AroundSignature((header, body) => inner.Accepts(header, Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(body)))));
}
