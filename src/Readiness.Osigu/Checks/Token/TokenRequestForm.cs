using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>How a token is asked for: client credentials in the Basic header, the grant in the body or in the query. Both places are documented.</summary>
internal static class TokenRequestForm
{
    private const string Grant = "grant_type=client_credentials";

    /// <summary>Judges every token request of the run that was answered with a token.</summary>
    public static void Judge(Trial trial)
    {
        Exchange[] issued = [.. trial.Journal.TokensIssued];
        int[] bare = [.. issued.Where(request => !HasBasic(request)).Select(request => request.Number)];
        if (bare.Length > 0)
        {
            trial.Breach(
                "client_id and client_secret in a Basic Authorization header",
                $"{Say.Count(bare.Length, "token request")} ({Say.List(bare)}) without Basic credentials",
                "send Authorization: Basic with the Base64 of client_id:client_secret",
                bare);
        }

        int[] other = [.. issued.Where(request => !HasGrant(request) && IsReadable(request)).Select(request => request.Number)];
        if (other.Length > 0)
        {
            trial.Breach(
                $"{Grant} in the body or in the query",
                $"{Say.Count(other.Length, "token request")} ({Say.List(other)}) without {Grant}",
                $"send {Grant} as application/x-www-form-urlencoded",
                other);
        }

        int[] unreadable = [.. issued.Where(request => !HasGrant(request) && !IsReadable(request)).Select(request => request.Number)];
        if (unreadable.Length > 0)
        {
            trial.Advise($"token requests {Say.List(unreadable)} do not declare their body as application/x-www-form-urlencoded");
        }
    }

    private static bool HasBasic(Exchange request) => request.RequestHeader("Authorization")?.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) == true;

    private static bool HasGrant(Exchange request) => Pairs(request).Contains(Grant);

    // A body of another declared type is kept as a fingerprint, so what it says is not known.
    private static bool IsReadable(Exchange request) => request.Request.Body.Format is BodyFormat.None or BodyFormat.Form;

    /// <summary>Names and values of the query and of a form body, redacted, such as <c>grant_type=client_credentials</c>.</summary>
    public static IEnumerable<string> Pairs(Exchange request)
    {
        var target = request.Request.Target.Split('?', '&');
        return request.Request.Body.Format == BodyFormat.Form ? target.Concat(request.Request.Body.Text.Split('&')) : target;
    }
}
