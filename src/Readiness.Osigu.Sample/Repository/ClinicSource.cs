using System.IO.Compression;

namespace Readiness.Osigu.Sample.Repository;

/// <summary>The clinic's own code that handles secrets, an example of its variables, and an archive that a build made.</summary>
internal sealed class ClinicSource : ISourceTree
{
    public const string Archive = "build/clinic.zip";

    private static readonly SourceFile Ignored = SourceFile.Of(".gitignore", "build/\n.env\n");

    private static readonly SourceFile Example = SourceFile.Of(".env.example", """
        OSIGU_API_URL=https://sandbox.osigu.com
        OSIGU_TOKEN_URL=https://sandbox.osigu.com/v1/oauth/token
        # The files client_id, client_secret and webhook_secret are mounted here.
        SECRETS_DIR=/run/secrets/osigu

        """);

    private static readonly SourceFile[] Code = [Embedded("ClinicSettings.cs"), Embedded("MountedSecrets.cs")];

    public IReadOnlyList<IReadOnlyList<SourceFile>> Commits { get; } = [[Ignored, .. Code], [Ignored, Example, .. Code]];

    public IReadOnlyList<SourceFile> Built { get; } = [new(Archive, Zip([SourceFile.Of("appsettings.json", """{ "Osigu": { "SecretsDirectory": "/run/secrets/osigu" } }"""), .. Code]))];

    /// <summary>Those files in one archive.</summary>
    public static byte[] Zip(IEnumerable<SourceFile> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = archive.CreateEntry(file.Path, CompressionLevel.Fastest).Open();
                entry.Write(file.Content);
            }
        }

        return bytes.ToArray();
    }

    private static SourceFile Embedded(string name)
    {
        using var stream = typeof(ClinicSource).Assembly.GetManifestResourceStream($"source/{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return new SourceFile($"Settings/{name}", content.ToArray());
    }
}
