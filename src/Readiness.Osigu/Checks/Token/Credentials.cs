using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>Where the client's credentials and the access tokens of this run were seen.</summary>
internal static class Credentials
{
    private const string Header = "header:Authorization";

    extension(Occurrence fact)
    {
        /// <summary>The client's id, also one that it was given later in the run.</summary>
        public bool IsClientId => fact.Name.StartsWith("client.id", StringComparison.Ordinal);

        /// <summary>The client's secret, also one that it was given later in the run.</summary>
        public bool IsClientSecret => fact.Name.StartsWith("client.secret", StringComparison.Ordinal);

        public bool IsAccessToken => fact.Name.StartsWith("token-", StringComparison.Ordinal);

        public bool IsInAuthorization => fact.Where.Equals(Header, StringComparison.OrdinalIgnoreCase);

        public bool IsInUrl => fact.Where is "path" || fact.Where.StartsWith("query:", StringComparison.Ordinal);

        public bool IsInBody => fact.Where.StartsWith("body", StringComparison.Ordinal);

        /// <summary>The place in words, without a name that the integration chose: <c>URL</c>, <c>body</c>, <c>header X-Api-Key</c>, <c>message</c>.</summary>
        public string Place => fact.IsInUrl ? "URL"
            : fact.IsInBody ? "body"
            : fact.Where.StartsWith("header:", StringComparison.OrdinalIgnoreCase) ? $"header {fact.Where["header:".Length..]}"
            : fact.Where.Split(':')[0];
    }

    extension(Exchange exchange)
    {
        /// <summary>True where both halves of this run's credentials stand in the Basic header.</summary>
        public bool CarriesOwnCredentials =>
            exchange.Request.Facts.Any(fact => fact is { IsClientId: true, IsInAuthorization: true, Encoding: "basic" })
            && exchange.Request.Facts.Any(fact => fact is { IsClientSecret: true, IsInAuthorization: true, Encoding: "basic" });

        /// <summary>True for a call with a token of the environment that plays production.</summary>
        public bool CarriesTokenOfProduction => exchange.Request.Facts.Any(fact => fact.IsInAuthorization && fact.Name.StartsWith($"{Environments.Production}.token-", StringComparison.Ordinal));

        public bool CarriesOwnToken => exchange.Request.Facts.Any(fact => fact is { IsAccessToken: true, IsInAuthorization: true });
    }
}
