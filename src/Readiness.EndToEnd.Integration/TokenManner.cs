namespace Readiness.EndToEnd.Integration;

/// <summary>Ways to ask for a token; all but the first are wrong.</summary>
internal enum TokenManner
{
    AsDocumented,
    CredentialsInBody,
    NoAuthorization,
    NotBasic,
    UnknownClient,
    WrongSecret,
    NoGrantType,
    WrongGrantType,
    Json,
    Get,
    NotAtAll,
}
