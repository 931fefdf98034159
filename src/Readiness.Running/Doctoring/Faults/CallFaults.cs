using Readiness.Recording;

namespace Readiness.Running.Doctoring;

/// <summary>What is wrong with calls that reached the sandbox.</summary>
internal static class CallFaults
{
    private static readonly Dictionary<string, DoctorFault> ByRefusal = new()
    {
        [TokenRefusals.NoAuthorization] = Of("token-no-authorization", "The credentials are not sent at all, or a setting of theirs is empty.", "send client id and client secret in an Authorization header of the scheme Basic"),
        [TokenRefusals.Malformed] = Of("token-authorization-malformed", "The header has another scheme, or is not the Base64 of id, colon and secret.", "send 'Authorization: Basic' and the Base64 of client id, colon and client secret"),
        [TokenRefusals.Misplaced] = Of("token-credentials-misplaced", "Many client libraries send them in the form unless told otherwise.", "send the credentials where the provider documents them and nowhere else; most libraries have a switch for it"),
        [TokenRefusals.UnknownClient] = Of("token-unknown-client", "The integration has another environment's client id.", "give the integration {client.id}, or the file client_id in {secrets.dir}"),
        [TokenRefusals.WrongSecret] = Of("token-wrong-secret", "The integration has another environment's client secret, or changes it on the way, such as by a line end.", "give the integration {client.secret}, or the file client_secret in {secrets.dir}, byte by byte"),
        [TokenRefusals.NoGrantType] = Of("token-no-grant-type", "The body is empty, or the field has another name.", "send grant_type=client_credentials in a form"),
        [TokenRefusals.WrongGrantType] = Of("token-wrong-grant-type", "Another flow of OAuth is configured.", "send grant_type=client_credentials"),
        [TokenRefusals.ContentType] = Of("token-content-type", "The request is written as JSON or text where a form is expected.", "send the body as application/x-www-form-urlencoded: grant_type=client_credentials"),
    };

    public static DoctorFault TokenRefused { get; } = Of("token-refused", "The token request is not as the provider documents it.", "mend the token request; the sandbox's answer says what was wrong");

    public static DoctorFault TokenNotAsked { get; } = new()
    {
        Name = "token-not-asked-for",
        Step = DoctorSteps.Token,
        Message = "no request arrived at <token>, and <call> was refused for want of a token",
        Cause = "The token URL is another one, or the integration uses a token that it has kept.",
        Remedy = "give the integration {token.url} as its token URL, and have it keep no token over a change of environment",
    };

    public static DoctorFault Refused { get; } = new()
    {
        Name = "operation-refused",
        Step = DoctorSteps.Operation,
        Message = "the operation ended with '<outcome>'<told>\n    <calls>",
        Cause = "A call of the operation is not as the provider documents it.",
        Remedy = "mend the call that was refused; the sandbox's answer says what was missing",
    };

    public static DoctorFault Unsuccessful { get; } = new()
    {
        Name = "operation-unsuccessful",
        Step = DoctorSteps.Operation,
        Message = "the operation ended with '<outcome>'<told>, and the sandbox refused nothing",
        Cause = "The integration does not understand the sandbox's answer, or fails after it.",
        Remedy = "look at the integration's output for the cause; a person who is there and covered has to be found",
    };

    public static IReadOnlyList<DoctorFault> All { get; } = [.. ByRefusal.Values, TokenRefused, TokenNotAsked, Refused, Unsuccessful];

    /// <param name="refusal">One of <see cref="TokenRefusals"/>; null where the provider does not say.</param>
    public static DoctorFault OfToken(string? refusal) => refusal is null ? TokenRefused : ByRefusal.GetValueOrDefault(refusal, TokenRefused);

    private static DoctorFault Of(string name, string cause, string remedy) =>
        new() { Name = name, Step = DoctorSteps.Token, Message = "<call> answered <status><looked>", Cause = cause, Remedy = remedy };
}
