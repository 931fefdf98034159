using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Adds a reference of its own to every write, which has the form of the provider's identifiers, and a request id in a header.</summary>
internal sealed class OwnReferencesLookAlike : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall(async (request, send, cancel) =>
    {
        var reference = $"clm_{Guid.NewGuid():N}";
        request.Headers.Add("X-Request-Id", reference);
        if (request.Content?.Headers.ContentType?.MediaType == "application/json" && !request.RequestUri!.OriginalString.EndsWith("/search", StringComparison.Ordinal))
        {
            var body = await JsonBody.ReadAsync(request, cancel);
            body["external_reference"] = reference;
            JsonBody.Replace(request, body);
        }

        return await send(request);
    }));
}
