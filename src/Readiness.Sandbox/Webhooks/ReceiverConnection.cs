using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Readiness.Sandbox.Webhooks;

/// <summary>Opens a connection to a webhook receiver.</summary>
internal static class ReceiverConnection
{
    /// <exception cref="DeliveryProblemException">No connection came about; the message says why.</exception>
    public static async Task<Stream> Open(Uri url, X509Certificate2? authority, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(url.IdnHost, url.Port, cancellation);
            var plain = new NetworkStream(socket, ownsSocket: true);
            return url.Scheme == Uri.UriSchemeHttps ? await Secure(plain, url, authority, cancellation) : plain;
        }
        catch (SocketException fault)
        {
            socket.Dispose();
            throw new DeliveryProblemException(
                fault.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused",
                    SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "name not found",
                    _ => $"no connection: {fault.Message}",
                },
                fault);
        }
        catch (OperationCanceledException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> Secure(NetworkStream plain, Uri url, X509Certificate2? authority, CancellationToken cancellation)
    {
        var secure = new SslStream(plain);
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = url.IdnHost,
                    CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
                    RemoteCertificateValidationCallback = (_, certificate, _, errors) => Trusts(certificate, errors, authority),
                },
                cancellation);
            return secure;
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            await secure.DisposeAsync();
            throw new DeliveryProblemException($"TLS: {fault.Message}", fault);
        }
    }

    private static bool Trusts(X509Certificate? certificate, SslPolicyErrors errors, X509Certificate2? authority)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || authority is null || certificate is not X509Certificate2 shown)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
