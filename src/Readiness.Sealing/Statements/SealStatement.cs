namespace Readiness.Sealing.Statements;

/// <summary>What is signed: an in-toto statement (version 1) with a predicate of our own, for the one of in-toto for test results has no word for <c>inconclusive</c>.</summary>
public sealed record SealStatement
{
    /// <summary>What this kind of statement is called.</summary>
    public const string StatementType = "https://in-toto.io/Statement/v1";

    /// <summary>What this kind of predicate is called; docs/seal.md says what its fields mean.</summary>
    public const string OwnPredicate = "urn:readiness-harness:seal:v1";

    [System.Text.Json.Serialization.JsonPropertyName("_type")]
    public required string Type { get; init; }

    /// <summary>Every file of the package but the seal itself.</summary>
    public required IReadOnlyList<SealedFile> Subject { get; init; }

    public required string PredicateType { get; init; }

    public required SealPredicate Predicate { get; init; }
}

/// <summary>A file and the digest of its bytes.</summary>
public sealed record SealedFile(string Name, FileDigest Digest);

/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
public sealed record FileDigest(string Sha256);
