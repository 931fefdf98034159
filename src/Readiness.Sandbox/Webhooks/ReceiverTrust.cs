using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Readiness.Recording;

namespace Readiness.Sandbox.Webhooks;

/// <summary>Secures connections to webhook receivers as a strict client does: issuer, name and dates, by what this machine trusts and by authorities that were declared.</summary>
/// <remarks>An intermediate certificate that the receiver does not send is not fetched from elsewhere, because the provider need not do that either.</remarks>
public sealed class ReceiverTrust(TimeProvider clock)
{
    private volatile IReadOnlyList<X509Certificate2> declared = [];

    /// <summary>Trusted from now on, beside what this machine trusts: authorities, or a receiver's own certificate.</summary>
    public void Declare(IReadOnlyList<X509Certificate2> certificates) => declared = certificates;

    /// <summary>Secures an open connection.</summary>
    /// <param name="host">The name or the address for which the certificate has to be good.</param>
    /// <exception cref="DeliveryProblemException">The message says what is wrong, and so does its <see cref="DeliveryProblemException.Tls"/>.</exception>
    public async Task<SecuredConnection> Secure(Stream connection, string host, CancellationToken cancellation)
    {
        CertificateVerdict? verdict = null;
        var secure = new SslStream(connection);
        try
        {
            await secure.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = host,
                    CertificateChainPolicy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true },
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                    {
                        verdict = CertificateVerdict.Of(certificate as X509Certificate2, chain, errors, host, declared, clock.GetUtcNow());
                        return verdict.Tls.Faults.Count == 0;
                    },
                },
                cancellation);
            return new SecuredConnection(secure, verdict!.Tls);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException)
        {
            await secure.DisposeAsync();
            throw verdict is { Tls.Faults.Count: > 0 }
                ? new DeliveryProblemException($"TLS: {verdict.Words}", fault) { Tls = verdict.Tls }
                : Broken(fault);
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }

    private static DeliveryProblemException Broken(Exception fault)
    {
        // What answers in plain HTTP, or in anything else, looks like a frame of a senseless length.
        var noTls = fault.Message.Contains("frame", StringComparison.OrdinalIgnoreCase);
        return (noTls, fault) switch
        {
            (true, _) => new DeliveryProblemException("TLS: no TLS is spoken there", fault) { Tls = new DeliveryTls { Faults = [TlsFaults.NoTls] } },

            // A receiver that is just being started again does the same: it says nothing of the certificate.
            (_, IOException) => new DeliveryProblemException("TLS: the receiver closed the connection within the handshake", fault) { Tls = new DeliveryTls() },
            _ => new DeliveryProblemException($"TLS: no handshake: {(fault.InnerException ?? fault).Message}", fault) { Tls = new DeliveryTls { Faults = [TlsFaults.NoTls] } },
        };
    }
}
