namespace Readiness.Secrets.Sources;

/// <summary>What a content is packed as.</summary>
internal enum ArchiveFormat
{
    None,
    Zip,
    Gzip,
    Tar,

    /// <summary>Packed in a way that cannot be opened here.</summary>
    Foreign,
}
