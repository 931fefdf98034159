namespace Readiness.Configuration;

/// <summary>Where a credential is found that the running integration already has: <c>env:NAME</c>, or <c>file:PATH</c> with the path of a file that holds it and nothing else.</summary>
public sealed record CredentialReference
{
    private const string FilePrefix = "file:";
    private const long LargestFile = 64 * 1024;

    private CredentialReference(string? variable, string? file) => (Variable, File) = (variable, file);

    /// <summary>The variable's name; null where a file holds it.</summary>
    public string? Variable { get; }

    /// <summary>The file's path; null where a variable holds it.</summary>
    public string? File { get; }

    /// <summary>The reference that the text is, or null.</summary>
    public static CredentialReference? Parse(string text) =>
        SecretReference.Parse(text) is { } variable ? new(variable.Variable, null)
        : text.StartsWith(FilePrefix, StringComparison.Ordinal) && text.Length > FilePrefix.Length && !text.Contains('\0', StringComparison.Ordinal) ? new(null, text[FilePrefix.Length..])
        : null;

    /// <summary>The same with a full path.</summary>
    /// <param name="folder">The folder that a path starts from.</param>
    public CredentialReference From(string folder) => File is null ? this : new(null, Path.GetFullPath(Path.Combine(folder, File)));

    /// <summary>The credential itself. The end of a file's last line is not part of it.</summary>
    /// <param name="variables">The environment variables of the harness.</param>
    /// <exception cref="IOException">The file cannot be read, or is far too large for a credential.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read by this user.</exception>
    public string Read(IReadOnlyDictionary<string, string> variables) =>
        File is null ? variables.GetValueOrDefault(Variable!) ?? "" : WithoutLineEnd(ReadFile(File));

    public override string ToString() => File is null ? $"env:{Variable}" : FilePrefix + File;

    private static string WithoutLineEnd(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;

    private static string ReadFile(string path) =>
        new FileInfo(path).Length is > LargestFile and var length
            ? throw new IOException($"it has {length} bytes, far more than a credential")
            : System.IO.File.ReadAllText(path);
}
