using System.Security.Cryptography;
using System.Text;
using Readiness.Configuration;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>Takes the digest of what is tested, or of what is about to be released.</summary>
public static class TestedArtefact
{
    /// <summary>The declared artefact; null where none is.</summary>
    /// <exception cref="EnvironmentFaultException">It cannot be read, or is a folder without a file.</exception>
    public static Artefact? Of(IntegrationSettings integration)
    {
        if (integration.Artefact is not { } declared)
        {
            return null;
        }

        const string step = "the artefact's digest";
        try
        {
            var artefact = Of(declared.Name, declared.Path);
            return artefact.Files != 0
                ? artefact
                : throw new EnvironmentFaultException(step, $"{declared.Path} holds no file", "build it first, or correct integration.artefact", Verdicts.ExitCode.Usage);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentFaultException(step, $"{declared.Path} cannot be read: {fault.Message}", "let this user read it, or correct integration.artefact");
        }
    }

    /// <summary>The digest of that file or folder; see <see cref="Artefact"/> for how it is made.</summary>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Artefact Of(string name, string path)
    {
        if (!Directory.Exists(path))
        {
            return new Artefact(name, Digest(path), null);
        }

        // Hidden files are part of what is released, too.
        var all = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };
        string[] files = [.. new DirectoryInfo(path).EnumerateFiles("*", all).Select(file => Path.GetRelativePath(path, file.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        var list = string.Concat(files.Select(file => $"{Digest(Path.Combine(path, file))}  {file}\n"));
        return new Artefact(name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list))), files.Length);
    }

    private static string Digest(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
