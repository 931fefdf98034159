namespace Readiness.Secrets.Sources;

/// <summary>What a folder holds.</summary>
internal enum EntryKind
{
    File,
    Folder,
    Link,

    /// <summary>A file without content, a pipe, a socket or a device.</summary>
    Empty,
}
