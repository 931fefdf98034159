namespace Readiness.Recording;

/// <summary>How the raw bytes of a body parsed.</summary>
public enum BodyFormat
{
    None,
    Json,
    Form,

    /// <summary>It claims to be JSON and is not.</summary>
    MalformedJson,

    /// <summary>Anything else, kept as length and digest only.</summary>
    Other,
}
