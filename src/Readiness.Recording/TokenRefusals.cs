namespace Readiness.Recording;

/// <summary>Why a token server refused a token request: the values of the annotation that says so.</summary>
public static class TokenRefusals
{
    /// <summary>The annotation's key.</summary>
    public const string Key = "token.refused";

    /// <summary>No Authorization header.</summary>
    public const string NoAuthorization = "no-authorization";

    /// <summary>An Authorization header of another scheme, or one that cannot be read.</summary>
    public const string Malformed = "malformed-authorization";

    /// <summary>Credentials where they do not belong.</summary>
    public const string Misplaced = "misplaced-credentials";

    public const string UnknownClient = "unknown-client";

    public const string WrongSecret = "wrong-secret";

    public const string NoGrantType = "no-grant-type";

    public const string WrongGrantType = "wrong-grant-type";

    /// <summary>No grant type can be found because the body is no form.</summary>
    public const string ContentType = "content-type";
}
