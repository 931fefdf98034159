namespace Readiness.EndToEnd.Integration;

/// <summary>Where the provider is, with which credentials, and what stands in the way.</summary>
internal sealed record ProviderAccess
{
    public required string ApiUrl { get; init; }

    public required string TokenUrl { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string WebhookSecret { get; init; }

    /// <summary>Where production would be; nothing is ever sent there.</summary>
    public required string ProductionUrl { get; init; }

    /// <summary>Everything goes through this proxy; empty for none.</summary>
    public required string Proxy { get; init; }

    /// <summary>Sent as the Host header; empty for that of the address.</summary>
    public required string HostHeader { get; init; }

    /// <summary>Asked for in a TLS client hello to the API's address; empty for no such hello.</summary>
    public required string ServerName { get; init; }

    /// <summary>Whether nothing but HTTP/2 is spoken.</summary>
    public required bool OnlyHttp2 { get; init; }

    public static ProviderAccess FromEnvironment() => new()
    {
        OnlyHttp2 = Variable("ONLY_HTTP2").Length > 0,
        ApiUrl = Address("API_URL"),
        TokenUrl = Address("TOKEN_URL"),
        ClientId = Variable("CLIENT_ID"),
        ClientSecret = Variable("CLIENT_SECRET"),
        WebhookSecret = Variable("WEBHOOK_SECRET"),
        ProductionUrl = Variable("PRODUCTION_URL"),
        Proxy = Variable("PROXY"),
        HostHeader = Variable("HOST_HEADER"),
        ServerName = Variable("SERVER_NAME"),
    };

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";

    // Some software insists on TLS, or on none, whatever it is told.
    private static string Address(string name) => Variable("INSIST_ON_TLS").Length > 0 ? Variable(name).Replace("http://", "https://", StringComparison.Ordinal)
        : Variable("INSIST_ON_PLAIN_HTTP").Length > 0 ? Variable(name).Replace("https://", "http://", StringComparison.Ordinal)
        : Variable(name);
}
