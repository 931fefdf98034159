using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Provider;

/// <summary>One layer of the way to the API. The lowest <see cref="Depth"/> is the outermost.</summary>
/// <param name="Name">By which a layer is found.</param>
/// <param name="Depth">Where it stands among the others.</param>
/// <param name="Create">Makes the handler, once.</param>
internal sealed record ApiLayer(string Name, int Depth, Func<IServiceProvider, DelegatingHandler> Create)
{
    public const string Retry = "retry";
    public const string Bearer = "bearer";
    public const string AttemptTimeout = "attempt time-out";
}

/// <summary>One layer of the way to the token endpoint.</summary>
internal sealed record TokenLayer(Func<IServiceProvider, DelegatingHandler> Create);

/// <summary>Makes the bottom of every chain of handlers: the network, unless a test puts something else there.</summary>
internal sealed record Transport(Func<HttpMessageHandler> Create)
{
    /// <summary>Redirects are not followed: a token must not travel to where a redirect points.</summary>
    public static Transport Network(ClinicSettings settings) => new(() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = ProviderTrust.Of(settings),
    });

    /// <summary>Stacks layers, the first outermost, on this transport.</summary>
    public HttpMessageHandler Under(IEnumerable<DelegatingHandler> layers) =>
        layers.Reverse().Aggregate(Create(), (inner, layer) =>
        {
            layer.InnerHandler = inner;
            return layer;
        });
}
