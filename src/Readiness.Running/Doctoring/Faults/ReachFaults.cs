namespace Readiness.Running.Doctoring;

/// <summary>What keeps the integration's calls from the sandbox, or leads them to a wrong place in it.</summary>
internal static class ReachFaults
{
    private const string Point = "give the integration {sandbox.url} and {token.url} as they stand, for its base URL and its token URL";

    public static DoctorFault OtherHost { get; } = new()
    {
        Name = "other-host-named",
        Step = DoctorSteps.Reach,
        Message = "<told>no request reached the sandbox at <sandbox>, and the integration still names the provider's own host: <places>",
        Cause = "The address of the provider's real sandbox, or of production, is still in its settings.",
        Remedy = "replace that address: " + Point,
    };

    public static DoctorFault Proxy { get; } = new()
    {
        Name = "proxy-variables",
        Step = DoctorSteps.Reach,
        Message = "<told>no request reached the sandbox at <sandbox>, and the integration has proxy variables: <variables>",
        Cause = "Its HTTP client sends everything to the proxy and does not heed NO_PROXY, which the harness sets for the loopback.",
        Remedy = "set these variables empty in integration.launch.environment, or have the integration's HTTP client heed NO_PROXY",
    };

    public static DoctorFault SandboxAsProxy { get; } = new()
    {
        Name = "sandbox-as-proxy",
        Step = DoctorSteps.Reach,
        Message = "the integration takes the sandbox for a proxy: <calls>",
        Cause = "The sandbox's address stands in a proxy variable or setting instead of the base URL.",
        Remedy = "take {sandbox.url} out of the proxy setting; " + Point,
    };

    public static DoctorFault TlsToPlainPort { get; } = new()
    {
        Name = "tls-to-plain-port",
        Step = DoctorSteps.Reach,
        Message = "the integration speaks TLS to the sandbox at <sandbox>, which is plain HTTP",
        Cause = "The integration puts https:// before the host by itself, or insists on TLS.",
        Remedy = "let it take {sandbox.url} as it stands, with its http://; or have sandbox.listen with https://",
    };

    public static DoctorFault PlainToTlsPort { get; } = new()
    {
        Name = "plain-to-tls-port",
        Step = DoctorSteps.Reach,
        Message = "the integration speaks plain HTTP to the sandbox at <sandbox>, which is TLS: <what>",
        Cause = "The integration puts http:// before the host by itself, or has an older address.",
        Remedy = "let it take {sandbox.url} as it stands, with its https://; or write http in sandbox.listen",
    };

    public static DoctorFault CertificateNotTrusted { get; } = new()
    {
        Name = "certificate-not-trusted",
        Step = DoctorSteps.Reach,
        Message = "the integration does not trust the certificate of the sandbox at <sandbox>: <what>",
        Cause = "The authority of the run's certificate is not among those that the integration's language or HTTP client trusts.",
        Remedy = "make the integration trust the certificate in {ca.file}; docs/tls.md shows how for its language",
    };

    public static DoctorFault NoTls { get; } = new()
    {
        Name = "no-common-tls",
        Step = DoctorSteps.Reach,
        Message = "the integration and the sandbox at <sandbox> find no common way to speak TLS: <what>",
        Cause = "The integration offers only versions or protocols that the sandbox does not speak, or breaks the handshake off.",
        Remedy = "let the integration speak TLS 1.2 or 1.3 with HTTP/1.1; docs/tls.md says what the sandbox speaks",
    };

    public static DoctorFault WrongAddress { get; } = new()
    {
        Name = "wrong-base-url",
        Step = DoctorSteps.Reach,
        Message = "requests arrive at addresses that the provider does not have: <calls><guess>",
        Cause = "A part of the path is doubled, missing or too much where base URL and path are put together.",
        Remedy = Point + "; they end without a slash, and the provider's paths follow",
    };

    public static DoctorFault NotReached { get; } = new()
    {
        Name = "sandbox-not-reached",
        Step = DoctorSteps.Reach,
        Message = "<told>no request reached the sandbox at <sandbox>",
        Cause = "The base URL is another one, the integration answers without asking the provider, or a container cannot reach this machine's loopback.",
        Remedy = Point + "; from a container or another host, set sandbox.listen and sandbox.publicUrl",
    };

    public static IReadOnlyList<DoctorFault> All { get; } = [OtherHost, Proxy, SandboxAsProxy, TlsToPlainPort, PlainToTlsPort, CertificateNotTrusted, NoTls, WrongAddress, NotReached];
}
