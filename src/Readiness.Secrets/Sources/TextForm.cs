namespace Readiness.Secrets.Sources;

/// <summary>How the characters of a content are kept.</summary>
internal enum TextForm
{
    /// <summary>UTF-8, or anything else that keeps ASCII as it is.</summary>
    Narrow,

    Utf16,

    Utf16BigEndian,

    /// <summary>No text: it has zero bytes.</summary>
    Binary,
}
