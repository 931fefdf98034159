using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Readiness.Recording;
using Readiness.Sandbox.Webhooks;

namespace Readiness.Sandbox.Tests;

/// <summary>Deliveries over https: what is accepted, and in which words the rest is refused.</summary>
internal sealed class SecureDeliveryTests
{
    private readonly JournalRecorder recorder = Desk.NewRecorder(new MintedValues());
    private readonly TestChain chain = new();

    [OneTimeTearDown]
    public async Task Close() => await recorder.DisposeAsync();

    [Test]
    public async Task A_chain_to_a_declared_authority_is_trusted()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1"), [chain.Intermediate], [chain.Root]);

        (delivery.Status, delivery.Answer!.Problem).ShouldBe((204, null));
        delivery.Answer.Tls!.ShouldSatisfyAllConditions(
            tls => tls.TrustedBy.ShouldBe("declared"), tls => tls.Faults.ShouldBeEmpty(), tls => tls.Subject.ShouldBe("CN=Test server"), tls => tls.Issuer.ShouldBe("CN=Test issuer"));
    }

    [Test]
    public async Task Several_authorities_may_be_declared()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1"), [chain.Intermediate], [new TestChain().Root, chain.Root]);

        delivery.Status.ShouldBe(204);
    }

    [Test]
    public async Task A_declared_certificate_of_the_receiver_itself_is_trusted_and_told_apart()
    {
        var own = chain.SelfSigned("127.0.0.1");

        var delivery = await Deliver(own, [], [own]);

        (delivery.Status, delivery.Answer!.Tls!.TrustedBy).ShouldBe((204, "itself"));
    }

    [Test]
    public async Task An_authority_that_nobody_declared_is_not_trusted()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1"), [chain.Intermediate], []);

        Refused(delivery, TlsFaults.UnknownIssuer, "TLS: the certificate's issuer is not known (CN=Test issuer), or the receiver does not send the certificates between the two");
    }

    [Test]
    public async Task A_certificate_between_the_two_has_to_be_sent()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1"), [], [chain.Root]);

        Refused(delivery, TlsFaults.UnknownIssuer, "TLS: the certificate's issuer is not known (CN=Test issuer), or the receiver does not send the certificates between the two");
    }

    [Test]
    public async Task A_self_signed_certificate_is_not_trusted()
    {
        var delivery = await Deliver(chain.SelfSigned("127.0.0.1"), [], [chain.Root]);

        Refused(delivery, TlsFaults.SelfSigned, "TLS: the certificate is self-signed (CN=Test server)");
    }

    [Test]
    public async Task A_certificate_for_another_name_is_not_trusted()
    {
        var delivery = await Deliver(chain.Issue("hooks.clinic.example"), [chain.Intermediate], [chain.Root]);

        Refused(delivery, TlsFaults.OtherName, "TLS: the certificate is not for 127.0.0.1: it is for hooks.clinic.example");
    }

    [Test]
    public async Task An_expired_certificate_is_not_trusted()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1", fromDays: -20, untilDays: -10), [chain.Intermediate], [chain.Root]);

        delivery.Answer!.Tls!.Faults.ShouldBe([TlsFaults.OutOfDate]);
        delivery.Answer.Problem!.ShouldStartWith("TLS: the certificate has expired on ");
    }

    [Test]
    public async Task A_certificate_of_tomorrow_is_not_trusted()
    {
        var delivery = await Deliver(chain.Issue("127.0.0.1", fromDays: 1, untilDays: 10), [chain.Intermediate], [chain.Root]);

        delivery.Answer!.Problem!.ShouldStartWith("TLS: the certificate is good only from ");
    }

    [Test]
    public async Task Everything_that_is_wrong_is_told()
    {
        var delivery = await Deliver(chain.SelfSigned("hooks.clinic.example"), [], []);

        delivery.Answer!.Tls!.Faults.ShouldBe([TlsFaults.SelfSigned, TlsFaults.OtherName]);
        delivery.Answer.Problem.ShouldBe("TLS: the certificate is self-signed (CN=Test server); the certificate is not for 127.0.0.1: it is for hooks.clinic.example");
    }

    [Test]
    public async Task A_wildcard_covers_a_name_below_it()
    {
        using var receiver = new SecureReceiver(chain.Issue("*.clinic.example"), [chain.Intermediate]);
        var trust = new ReceiverTrust(TimeProvider.System);
        trust.Declare([chain.Root]);

        var secured = await trust.Secure(await receiver.Connect(), "hooks.clinic.example", CancellationToken.None);
        secured.Tls.Faults.ShouldBeEmpty();
        await secured.Stream.DisposeAsync();

        (await Should.ThrowAsync<DeliveryProblemException>(async () => await trust.Secure(await receiver.Connect(), "a.hooks.clinic.example", CancellationToken.None)))
            .Tls!.Faults.ShouldBe([TlsFaults.OtherName]);
    }

    [Test]
    public async Task A_receiver_without_tls_is_told()
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(1, "HTTP/1.1 400 Bad Request\r\n\r\n");

        var delivery = await Send(new UriBuilder(receiver.Url) { Scheme = "https" }.Uri, []);

        Refused(delivery, TlsFaults.NoTls, "TLS: no TLS is spoken there");
        await serving;
    }

    [Test]
    public async Task A_receiver_that_goes_away_says_nothing_of_its_certificate()
    {
        using var receiver = new Receiver();
        var serving = receiver.Serve(1, "");

        var delivery = await Send(new UriBuilder(receiver.Url) { Scheme = "https" }.Uri, []);

        (delivery.Status, delivery.Answer!.Problem).ShouldBe((0, "TLS: the receiver closed the connection within the handshake"));
        delivery.Answer.Tls!.Faults.ShouldBeEmpty();
        await serving;
    }

    private static void Refused(Delivery delivery, string fault, string problem)
    {
        (delivery.Status, delivery.Answer!.Problem).ShouldBe((0, problem));
        delivery.Answer.Tls!.Faults.ShouldBe([fault]);
    }

    private async Task<Delivery> Deliver(X509Certificate2 shown, IReadOnlyList<X509Certificate2> sent, IReadOnlyList<X509Certificate2> declared)
    {
        using var receiver = new SecureReceiver(shown, sent);
        return await Send(receiver.Url, declared);
    }

    private Task<Delivery> Send(Uri url, IReadOnlyList<X509Certificate2> declared)
    {
        var dispatcher = new WebhookDispatcher(recorder, TimeProvider.System) { Timeout = Desk.Limit };
        dispatcher.Trust.Declare(declared);
        return dispatcher.Send(
            new WebhookMessage { Url = url, EventId = "evt-1", EventType = "thing.done", Genuine = true, Manner = "first", Headers = [], Body = "{\"a\":1}"u8.ToArray() },
            CancellationToken.None);
    }

    /// <summary>Accepts every event over TLS.</summary>
    private sealed class SecureReceiver : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly SslStreamCertificateContext certificate;

        public SecureReceiver(X509Certificate2 shown, IReadOnlyList<X509Certificate2> sent)
        {
            certificate = SslStreamCertificateContext.Create(shown, [.. sent.Select(one => X509CertificateLoader.LoadCertificate(one.RawData))], offline: true);
            listener.Start();
            Url = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hooks");
            _ = Accept();
        }

        public Uri Url { get; }

        /// <summary>An open connection to it, before any TLS.</summary>
        public async Task<Stream> Connect()
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(Url.Host, Url.Port);
            return new NetworkStream(socket, ownsSocket: true);
        }

        public void Dispose() => listener.Dispose();

        private async Task Accept()
        {
            try
            {
                while (true)
                {
                    _ = Serve(await listener.AcceptSocketAsync());
                }
            }
            catch (Exception over) when (over is ObjectDisposedException or SocketException)
            {
                // The test is over.
            }
        }

        private async Task Serve(Socket socket)
        {
            await using var secure = new SslStream(new NetworkStream(socket, ownsSocket: true));
            try
            {
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate });
                var bytes = new byte[4096];
                for (var read = 0; !bytes.AsSpan(0, read).EndsWith("}"u8);)
                {
                    var more = await secure.ReadAsync(bytes.AsMemory(read));
                    if (more == 0)
                    {
                        return;
                    }

                    read += more;
                }

                await secure.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
                await secure.ShutdownAsync();
            }
            catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The dispatcher did not like the certificate, and says so itself.
            }
        }
    }
}
