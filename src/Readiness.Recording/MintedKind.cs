namespace Readiness.Recording;

/// <summary>How a value that the harness minted is treated when it is recorded.</summary>
public enum MintedKind
{
    /// <summary>Credentials and tokens: masked wherever and however encoded they occur.</summary>
    Secret,

    /// <summary>Stands for a person's data: masked wherever it occurs.</summary>
    Personal,

    /// <summary>An identifier that ties an exchange to its stimulus; stays readable.</summary>
    Identifier,
}
