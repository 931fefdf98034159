using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Looks patients up by the type of their document beside its number, in the one address where the provider documents the number.</summary>
internal sealed class FindsPatientsByTypeAndNumber : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(5, _ => new AroundCall((request, send, _) =>
    {
        if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/patients", StringComparison.Ordinal))
        {
            request.RequestUri = new UriBuilder(request.RequestUri) { Query = $"document_type=CC&{request.RequestUri.Query.TrimStart('?')}" }.Uri;
        }

        return send(request);
    }));
}
