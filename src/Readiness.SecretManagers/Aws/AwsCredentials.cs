using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.SecretManagers.Aws;

/// <summary>An access key for the played AWS Secrets Manager. Minted for one run.</summary>
public sealed record AwsCredentials
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public required string AccessKeyId { get; init; }

    public required string SecretAccessKey { get; init; }

    /// <summary>The region for which requests have to be signed.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The key's id alone: a record would print the secret too.</summary>
    public override string ToString() => AccessKeyId;

    /// <summary>Invents a key and makes it known as <c>aws.accessKeyId</c> and <c>aws.secretAccessKey</c>.</summary>
    public static AwsCredentials Mint(MintedValues minted) => new()
    {
        AccessKeyId = minted.Register("aws.accessKeyId", $"AKIA{RandomNumberGenerator.GetString(Base32, 16)}", MintedKind.Identifier).Value,
        SecretAccessKey = minted.Register("aws.secretAccessKey", RandomNumberGenerator.GetString(Alphanumeric, 40), MintedKind.Secret).Value,
    };
}
