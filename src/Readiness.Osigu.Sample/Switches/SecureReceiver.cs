using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Subscriptions;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>Lets the clinic listen over https as well, on a port of its own, and subscribe that address.</summary>
internal static class SecureReceiver
{
    /// <param name="show">What is shown of the certificates that the clinic made for itself.</param>
    public static void ReceiveSecurely(this IServiceCollection services, Func<ReceiverCertificates, ShownCertificate> show)
    {
        services.AddOptions<KestrelServerOptions>().Configure<ClinicSettings>((server, settings) =>
        {
            // Once an endpoint is named here, Kestrel no longer looks at the addresses of the settings.
            foreach (var plain in settings.ListenUrls.Split(';').Select(url => new Uri(url)))
            {
                server.Listen(IPAddress.Parse(plain.Host), plain.Port);
            }

            var shown = show(ReceiverCertificates.Keep(settings.StateDirectory));
            server.Listen(IPAddress.Loopback, port: 0, endpoint => endpoint.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = shown.Certificate,
                ServerCertificateChain = [.. shown.Sent],
            }));
        });
        services.Wrap<ISubscriptionApi>((inner, all) => new AroundSubscription(inner, url => new Uri(SecureAddress(all), url.AbsolutePath)));
    }

    private static Uri SecureAddress(IServiceProvider all) =>
        new(all.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal)));
}
