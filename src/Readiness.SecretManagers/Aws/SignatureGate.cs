using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Readiness.Recording;

namespace Readiness.SecretManagers.Aws;

/// <summary>Lets a request through only where its signature is good. Nothing is taken on trust: the signature is computed anew from the bytes that came.</summary>
/// <remarks>Source: AWS General Reference, "Troubleshoot Signature Version 4 signing"; Secrets Manager API Reference, "Common Error Types".</remarks>
internal sealed class SignatureGate(AwsCredentials credentials, TimeProvider clock)
{
    /// <summary>The name by which requests to this service are signed.</summary>
    public const string Service = "secretsmanager";

    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>How far the client's clock may be off.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <returns>Null where the request may pass.</returns>
    public AwsError? Check(SignedRequest request)
    {
        if (request.Headers.Value("Authorization") is not { } header)
        {
            return new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", "no Authorization header");
        }

        if (!header.StartsWith(SignatureClaim.Algorithm, StringComparison.Ordinal))
        {
            return new AwsError("IncompleteSignatureException", "Unsupported AWS 'algorithm'", $"the Authorization header is not of the scheme {SignatureClaim.Algorithm}");
        }

        if (!SignatureClaim.TryRead(header, out var claim, out var problem))
        {
            return new AwsError("IncompleteSignatureException", problem, problem);
        }

        if (claim.AccessKeyId != credentials.AccessKeyId || request.Headers.Value("X-Amz-Security-Token") is not null)
        {
            return new AwsError("UnrecognizedClientException", "The security token included in the request is invalid.", "an unknown access key, or a session token that was never issued");
        }

        return CheckDate(request, claim, out var moment) ?? CheckScope(claim, moment) ?? CheckHeaders(request, claim) ?? CheckSignature(request, claim, moment);
    }

    private AwsError? CheckDate(SignedRequest request, SignatureClaim claim, out string moment)
    {
        moment = request.Headers.Value("X-Amz-Date") ?? "";
        DateTimeOffset at;
        if (moment.Length > 0)
        {
            if (!DateTimeOffset.TryParseExact(moment, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
            {
                return new AwsError("IncompleteSignatureException", $"Date must be in ISO-8601 'basic format'. Got '{moment}'.", "X-Amz-Date is not in the basic format of ISO 8601");
            }
        }
        else if (DateTimeOffset.TryParse(request.Headers.Value("Date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
        {
            moment = at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);
        }
        else
        {
            return new AwsError("IncompleteSignatureException", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.", "neither X-Amz-Date nor Date");
        }

        var now = clock.GetUtcNow();
        var here = now.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);
        if (claim.Scope.Date != moment[..8])
        {
            return Invalid($"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{claim.Scope.Date}' != '{moment[..8]}', from '{moment}'.", "the scope's date is not the request's");
        }

        return now - at > Skew ? Invalid($"Signature expired: {moment} is now earlier than {(now - Skew).UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)} ({here} - 5 min.)", "signed more than 5 minutes ago, by the client's clock")
            : at - now > Skew ? Invalid($"Signature not yet current: {moment} is still later than {(now + Skew).UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)} ({here} + 5 min.)", "signed more than 5 minutes ahead, by the client's clock")
            : null;
    }

    private AwsError? CheckScope(SignatureClaim claim, string moment) =>
        claim.Scope.Region != credentials.Region ? Invalid("Credential should be scoped to a valid region.", $"signed for another region than {credentials.Region} at {moment}")
        : claim.Scope.Service != Service ? Invalid($"Credential should be scoped to correct service: '{Service}'.", $"signed for another service than {Service}")
        : null;

    private static AwsError? CheckHeaders(SignedRequest request, SignatureClaim claim)
    {
        if (!claim.SignedHeaders.Contains("host"))
        {
            return Invalid("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.", "host is not among the signed headers");
        }

        if (!claim.SignedHeaders.SequenceEqual(claim.SignedHeaders.Order(StringComparer.Ordinal).Distinct()))
        {
            return Invalid("SignedHeaders must be sorted.", "the signed headers are not in order");
        }

        string[] unsigned =
        [
            .. request.Headers.Select(header => header.Name.ToLowerInvariant())
                .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) && !claim.SignedHeaders.Contains(name))
                .Distinct(),
        ];
        return unsigned.Length > 0 ? Invalid($"The request has headers that have to be signed and are not: {string.Join(", ", unsigned)}", $"not signed: {string.Join(", ", unsigned)}") : null;
    }

    private AwsError? CheckSignature(SignedRequest request, SignatureClaim claim, string moment)
    {
        const string Mismatch = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
        if (request.Headers.Value("X-Amz-Content-Sha256") is { } declared && !declared.Equals(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)), StringComparison.Ordinal))
        {
            return Invalid(Mismatch, "X-Amz-Content-Sha256 is not the digest of the body");
        }

        var expected = SignatureVersion4.Sign(request, claim.SignedHeaders, moment, claim.Scope, credentials.SecretAccessKey);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(claim.Signature))
            ? null
            : Invalid(Mismatch, "the signature is another one than that of the request as it came");
    }

    private static AwsError Invalid(string message, string looked) => new("InvalidSignatureException", message, looked);
}
