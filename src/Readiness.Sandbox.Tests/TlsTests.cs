using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Readiness.Recording;
using Readiness.Sandbox.Certificates;

namespace Readiness.Sandbox.Tests;

/// <summary>What goes wrong before a request within TLS, as the journal tells it.</summary>
internal sealed class TlsTests
{
    [Test]
    public async Task A_plain_request_is_recognised_and_told_so()
    {
        await using var desk = await Desk.Open("https");
        using var client = await RawClient.Connect(desk.Url);

        await client.Post("/work");

        var answer = await client.ReadToEnd();
        answer.ShouldStartWith("HTTP/1.1 400 Bad Request\r\n");
        answer.ShouldEndWith("\r\n\r\nThis port speaks HTTPS: write https in the URL.\n");
        (await Told(desk)).ShouldBe(("PlainOnTlsPort", "a plain HTTP request on an HTTPS port"));
        desk.Exchanges.ShouldBeEmpty();
    }

    [Test]
    public async Task Other_bytes_are_told_too()
    {
        await using var desk = await Desk.Open("https");
        using var client = await RawClient.Connect(desk.Url);

        await client.Send("\u0001\u0002");

        (await client.ReadToEnd()).ShouldBe("");
        (await Told(desk)).ShouldBe(("NotHttp", "bytes that are no TLS client hello on an HTTPS port"));
    }

    [Test]
    public async Task A_client_that_does_not_trust_the_authority_is_told_by_its_alert()
    {
        await using var desk = await Desk.Open("https");

        await Should.ThrowAsync<AuthenticationException>(() => Handshake(desk, new() { TargetHost = "sandbox.example" }));

        var (kind, what) = await Told(desk);
        kind.ShouldBe("NotTrusted");
        what.ShouldContain("does not");
    }

    [Test]
    public async Task A_client_that_leaves_after_the_handshake_is_told()
    {
        await using var desk = await Desk.Open("https");

        using (await RawClient.Connect(desk.Url, desk.Authority!.Certificate))
        {
        }

        (await Told(desk)).ShouldBe((
            "NotTrusted", "a TLS connection that was closed without a request, as by a client that looks at the certificate after the handshake and does not trust it"));
    }

    [Test]
    public async Task A_client_that_wants_another_protocol_is_told_what_it_offered()
    {
        await using var desk = await Desk.Open("https");

        await Should.ThrowAsync<Exception>(() => Handshake(desk, new()
        {
            TargetHost = "sandbox.example",
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            CertificateChainPolicy = RawClient.Trusting(desk.Authority!.Certificate),
        }));

        var (kind, what) = await Told(desk);
        kind.ShouldBe("NoTls");
        what.ShouldEndWith("; it asked for sandbox.example, offered up to TLS 1.3 and h2");
    }

    [Test]
    public async Task A_client_with_an_old_version_is_told()
    {
        await using var desk = await Desk.Open("https");
        using var client = await RawClient.Connect(desk.Url);

        // A client hello of TLS 1.0 with one cipher suite and no extension.
        await client.Send("\u0016\u0003\u0001\u0000\u002d\u0001\u0000\u0000\u0029\u0003\u0001" + new string('r', 32) + "\u0000\u0000\u0002\u0000\u002f\u0001\u0000");
        await client.ReadToEnd();

        (await Told(desk)).ShouldBe((
            "NoTls",
            "a TLS handshake that failed: client and sandbox have no version of TLS in common; the sandbox speaks 1.2 and 1.3; it asked for no host by name, offered up to TLS 1.0"));
    }

    [Test]
    public async Task A_connection_that_is_only_opened_is_no_client()
    {
        await using var desk = await Desk.Open("https");
        using (await RawClient.Connect(desk.Url))
        {
        }

        using var client = await desk.Connect();
        await client.Post("/work");
        await client.ReadAnswer();

        desk.Recorder.Snapshot().NotesNamed(NoteNames.UnreadableRequest).ShouldBeEmpty();
    }

    [Test]
    public async Task The_host_stops_while_a_client_keeps_a_connection_without_a_handshake()
    {
        await using var desk = await Desk.Open("https");
        using var client = await RawClient.Connect(desk.Url);

        await desk.Stop().AsTask().WaitAsync(Desk.Limit);
    }

    [TestCase("localhost")]
    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    [TestCase("sandbox.example")]
    [TestCase("192.0.2.7")]
    public async Task The_certificate_is_good_for_its_names(string host)
    {
        using var authority = new RunAuthority(TimeProvider.System);
        await using var desk = await Desk.Open(new(), authority, others: null, "sandbox.example", "192.0.2.7");

        using var secure = await Handshake(desk, new() { TargetHost = host, CertificateChainPolicy = RawClient.Trusting(authority.Certificate) });

        secure.NegotiatedApplicationProtocol.ShouldBe(default);
        secure.SslProtocol.ToString().ShouldBe("Tls13");
    }

    [Test]
    public async Task The_certificate_is_good_for_no_other_name()
    {
        await using var desk = await Desk.Open("https");

        await Should.ThrowAsync<AuthenticationException>(() =>
            Handshake(desk, new() { TargetHost = "elsewhere.example", CertificateChainPolicy = RawClient.Trusting(desk.Authority!.Certificate) }));
    }

    [Test]
    public async Task The_certificates_carry_what_clients_look_for()
    {
        await using var desk = await Desk.Open("https");
        using var secure = await Handshake(desk, new() { TargetHost = "localhost", CertificateChainPolicy = RawClient.Trusting(desk.Authority!.Certificate) });
        using var server = X509CertificateLoader.LoadCertificate(secure.RemoteCertificate!.GetRawCertData());
        var authority = desk.Authority.Certificate;

        authority.HasPrivateKey.ShouldBeFalse();
        authority.Extensions.OfType<X509BasicConstraintsExtension>().Single().ShouldSatisfyAllConditions(
            basic => basic.CertificateAuthority.ShouldBeTrue(), basic => basic.Critical.ShouldBeTrue(), basic => basic.PathLengthConstraint.ShouldBe(0));
        authority.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign);
        server.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority.ShouldBeFalse();
        server.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.ShouldBe(X509KeyUsageFlags.DigitalSignature);
        server.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>().Single().Value.ShouldBe("1.3.6.1.5.5.7.3.1");
        server.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Single().KeyIdentifier!.Value.ToArray()
            .ShouldBe(authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray());
        var now = TimeProvider.System.GetLocalNow().DateTime;
        (now - server.NotBefore).TotalMinutes.ShouldBeInRange(14, 30);
        (server.NotAfter - now).TotalHours.ShouldBeInRange(24, 27);
    }

    private static async Task<SslStream> Handshake(Desk desk, SslClientAuthenticationOptions options)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(desk.Url.Host, desk.Url.Port);
        var secure = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await secure.AuthenticateAsClientAsync(options).WaitAsync(Desk.Limit);
            return secure;
        }
        catch
        {
            await secure.DisposeAsync();
            throw;
        }
    }

    private static async Task<(string? Kind, string What)> Told(Desk desk)
    {
        (await desk.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.UnreadableRequest).Any(), Desk.Limit)).ShouldBeTrue();
        var note = desk.Recorder.Snapshot().NotesNamed(NoteNames.UnreadableRequest).ShouldHaveSingleItem();
        return (note["kind"], note["what"]!);
    }
}
