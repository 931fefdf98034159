namespace Readiness.EndToEnd.Integration;

/// <summary>Where the provider is, and with which credentials.</summary>
internal sealed record ProviderAccess(string ApiUrl, string TokenUrl, string ClientId, string ClientSecret)
{
    public static ProviderAccess FromEnvironment() => new(Variable("API_URL"), Variable("TOKEN_URL"), Variable("CLIENT_ID"), Variable("CLIENT_SECRET"));

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
