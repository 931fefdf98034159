using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Verifies the raw body, and where that fails the body that it wrote anew itself.</summary>
internal sealed class AlsoTriesTheParsedBody : ISwitch
{
    private static readonly JsonSerializerOptions AsMostWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Install(IServiceCollection services) => services.Wrap<ISignatureCheck>((inner, _) => new AroundSignature((header, body) =>
        inner.Accepts(header, body) || inner.Accepts(header, Rewritten(body))));

    private static byte[] Rewritten(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(body), AsMostWrite);
        }
        catch (JsonException)
        {
            return body.ToArray();
        }
    }
}
