namespace Readiness.SecretManagers.Aws;

/// <summary>What a signing key is good for.</summary>
/// <param name="Date">As <c>yyyyMMdd</c>, in UTC.</param>
internal readonly record struct SigningScope(string Date, string Region, string Service)
{
    public override string ToString() => $"{Date}/{Region}/{Service}/aws4_request";
}
