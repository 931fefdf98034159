using Readiness.Recording;

namespace Readiness.Running.Doctoring;

/// <summary>What keeps events from being delivered.</summary>
internal static class ReceiverFaults
{
    private const string Problem = "<receiver>: <problem>";

    public static DoctorFault NotListening { get; } = Of(
        "receiver-not-listening", "nothing listens at <receiver>", "The port of webhook.url is another one, or the receiver is not started.", "check webhook.url, and that the integration's receiver listens there");

    public static DoctorFault NameNotFound { get; } = Of(
        "receiver-name-not-found", "no address is known for the host of <receiver>", "The host name is misspelt, or known only elsewhere, such as within a container network.",
        "correct the host of webhook.url, which has to be reached from where the harness runs", Verdicts.ExitCode.Usage);

    public static DoctorFault Silent { get; } = Of(
        "receiver-silent", "<receiver>: <problem>", "The receiver does its work before it answers, or waits for something.", "answer 2xx as soon as the event is kept, and do the work after that") with
    { Example = "http://127.0.0.1:8080/webhooks: timed out after 10 s" };

    public static DoctorFault Tls { get; } = Of(
        "receiver-tls", Problem, "The port speaks plain HTTP, or no version of TLS that is still in use.",
        "give webhook.url the port that speaks HTTPS with TLS 1.2 or 1.3, or write http where none does", Verdicts.ExitCode.Usage) with
    { Example = "https://127.0.0.1:8080/webhooks: TLS: no TLS is spoken there" };

    public static DoctorFault NotTrusted { get; } = Of(
        "receiver-not-trusted", Problem, "A test bench has an authority of its own, or the receiver does not send the certificates between its own and the authority's.",
        "serve the whole chain of an authority that is trusted; where the authority is your own, name its certificate in webhook.ca", Verdicts.ExitCode.Usage) with
    { Example = "https://127.0.0.1:8443/webhooks: TLS: the certificate is self-signed (CN=clinic)" };

    public static DoctorFault OtherName { get; } = Of(
        "receiver-other-name", Problem, "The receiver is reached under an address that its certificate does not name.",
        "give webhook.url a name that stands in the certificate, or issue the certificate for the host in webhook.url", Verdicts.ExitCode.Usage) with
    { Example = "https://127.0.0.1:8443/webhooks: TLS: the certificate is not for 127.0.0.1: it is for hooks.clinic.example" };

    public static DoctorFault CertificateOutOfUse { get; } = Of(
        "receiver-certificate-out-of-use", Problem, "Nobody renewed it, one of the two clocks is wrong, or it was issued for another purpose.",
        "renew the certificate of the receiver, as one for a server, and compare both clocks") with
    { Example = "https://127.0.0.1:8443/webhooks: TLS: the certificate has expired on 2026-01-31 12:00Z" };

    public static DoctorFault NoAnswer { get; } = Of(
        "receiver-no-answer", Problem, "Another protocol is spoken there, or the receiver closed the connection.", "check webhook.url, and look at the integration's output for the cause") with
    { Example = "http://127.0.0.1:8080/webhooks: the connection was closed before the answer was whole" };

    public static DoctorFault NotThere { get; } = Of(
        "receiver-not-there", "<receiver> answered <status>", "The path is another one, or takes no POST.", "check the path of webhook.url", Verdicts.ExitCode.Usage);

    public static DoctorFault Redirects { get; } = Of(
        "receiver-redirects", "<receiver> answered <status><location>: redirects are not followed", "A move from http to https, a slash at the end, or a login page.",
        "give webhook.url the address that the receiver redirects to", Verdicts.ExitCode.Usage);

    public static DoctorFault Fails { get; } = Of(
        "receiver-fails", "<receiver> answered <status><output>", "The receiver fails over an event that is well signed and changes nothing.", "look at the integration's output for the cause");

    public static DoctorFault WrongSecret { get; } = Of(
        "signature-wrong-secret", "<receiver> answered <status> to an event with a good signature, and accepted <proof>", "The receiver has another secret than this run's, or none.",
        "give the receiver this run's secret, {webhook.secret} or the file webhook_secret in {secrets.dir}, as it stands; an attached one keeps its own, named in integration.credentials.webhook.secret");

    public static DoctorFault BodyRewritten { get; } = Of(
        "signature-body-rewritten", "<receiver> answered <status> to an event with a good signature, and accepted <proof>", "The receiver reads the body as JSON and writes it anew before it checks the signature.",
        "check the signature over the raw bytes of the body, before anything parses them");

    public static DoctorFault Clock { get; } = Of(
        "signature-clock", "<receiver> answered <status> to an event with a good signature, and accepted <proof>", "The receiver's clock is off by more than the tolerance, or it compares local time with UTC.",
        "set the clock of the receiver's host by NTP, and compare in UTC, in seconds since 1970");

    public static DoctorFault OtherScheme { get; } = Of(
        "signature-other-scheme", "<receiver> answered <status> to an event with a good signature, and accepted <proof>", "The receiver computes the signature in another way than the provider documents.",
        "compute the signature as the provider documents it");

    public static DoctorFault NotToldApart { get; } = Of(
        "signature-not-told-apart", "<receiver> answered <status> to an event with a good signature. Not told apart: <tried><clock>", "A secret that the harness does not know, two causes at once, or something before the receiver that asks for credentials.",
        "give the receiver this run's secret ({webhook.secret}), check the signature over the raw body, and see whether a gateway in front of it wants credentials");

    public static DoctorFault ClocksApart { get; } = new()
    {
        Name = "clocks-apart",
        Step = DoctorSteps.Clocks,
        Message = "the receiver's clock is <skew> s off this machine's",
        Cause = "The clock of one of the two hosts is not kept by NTP.",
        Remedy = "set both clocks with NTP; signatures are good for five minutes only",
    };

    public static IReadOnlyList<DoctorFault> All { get; } =
        [NotListening, NameNotFound, Silent, Tls, NotTrusted, OtherName, CertificateOutOfUse, NoAnswer, NotThere, Redirects, Fails, WrongSecret, BodyRewritten, Clock, OtherScheme, NotToldApart, ClocksApart];

    /// <param name="fault">One of <see cref="TlsFaults"/>.</param>
    public static DoctorFault OfTls(string fault) => fault switch
    {
        TlsFaults.SelfSigned or TlsFaults.UnknownIssuer => NotTrusted,
        TlsFaults.OtherName => OtherName,
        TlsFaults.OutOfDate or TlsFaults.Unusable => CertificateOutOfUse,
        _ => Tls,
    };

    private static DoctorFault Of(string name, string message, string cause, string remedy, int exitCode = Verdicts.ExitCode.Environment) =>
        new() { Name = name, Step = DoctorSteps.Receiver, Message = message, Cause = cause, Remedy = remedy, ExitCode = exitCode };
}
