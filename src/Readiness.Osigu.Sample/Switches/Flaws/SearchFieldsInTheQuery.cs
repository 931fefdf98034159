using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Repeats the fields of a search in its address, where a gateway of the clinic can see them.</summary>
internal sealed class SearchFieldsInTheQuery : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall(async (request, send, cancel) =>
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal))
        {
            var fields = await JsonBody.ReadAsync(request, cancel);
            var query = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value?.ToString() ?? "")}"));
            request.RequestUri = new UriBuilder(request.RequestUri) { Query = query }.Uri;
        }

        return await send(request);
    }));
}
