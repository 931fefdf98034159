using System.Text;
using Readiness.Reports;
using Readiness.Reports.Certificate;
using Readiness.Reports.Languages;
using Readiness.Reports.Mail;
using Readiness.Sealing.Leaks;
using Readiness.Sealing.Packages;
using Readiness.Verdicts;

namespace Readiness.Sealing.Mailing;

/// <summary>Writes the request beside the package that it names.</summary>
public static class RequestMail
{
    /// <summary>Unless <c>mail.maxMegabytes</c> says otherwise.</summary>
    public const int DefaultMaxMegabytes = 10;

    /// <summary>Makes <c>request-email.eml</c> of what was sealed, in the language of the certificate in the package.</summary>
    /// <exception cref="LeakException">Something that must not leave the building stands in what it says; nothing is written.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public static async Task<RequestEmail> Write(string folder, SealedPackage made, SealingOptions options, CancellationToken cancellation = default)
    {
        var archive = await File.ReadAllBytesAsync(made.Path, cancellation);
        // From the package and not from the folder: what is attached is what was searched for leaks and sealed.
        var package = PackageArchive.Read(archive);
        var run = RunFormat.Read(Required(package, ReportFolder.RunFile).Content.Span);
        var email = RequestEmail.Of(new RequestSource
        {
            Run = run,
            Texts = CertificatePage.LanguageOf(Required(package, ReportFolder.CertificateFile).Content.Span) ?? ReportTexts.In(run.Language),
            Certificate = made.Certificate,
            SealDigest = made.SealDigest,
            Issuer = made.IsIdentified ? made.KeyId : null,
            Files =
            [
                .. from name in MailedFile.Names
                   let content = name == PackageNames.Package ? archive : package[name]?.Content
                   where content is not null
                   select new MailedFile(name, content.Value),
            ],
            Today = DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime),
            MaxMegabytes = options.MaxMailMegabytes,
        });
        await Search(email, options, cancellation);
        await File.WriteAllBytesAsync(Path.Combine(folder, ReportFolder.RequestFile), email.Bytes, cancellation);
        return email;
    }

    /// <summary>Searches what the e-mail says before its encodings hide it. The search reads files, so it gets one, in a folder that is only ours.</summary>
    private static async Task Search(RequestEmail email, SealingOptions options, CancellationToken cancellation)
    {
        var scratch = Directory.CreateTempSubdirectory("readiness-mail-");
        try
        {
            var said = new PackageFile(ReportFolder.RequestFile, Encoding.UTF8.GetBytes(email.Clear));
            await File.WriteAllBytesAsync(Path.Combine(scratch.FullName, said.Name), said.Content, cancellation);
            await LeakScan.Run(scratch.FullName, [said], options.Known, options.Key, cancellation);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static PackageFile Required(PackageReading package, string name) =>
        package[name] ?? throw new FileNotFoundException($"{PackageNames.Package} holds no {name}");
}
