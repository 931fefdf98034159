using System.Globalization;
using System.Text;
using Readiness.Reports.Languages;
using Readiness.Reports.Mail.Mime;
using Readiness.Verdicts;

namespace Readiness.Reports.Mail;

/// <summary><c>request-email.eml</c>: the request to go live, as a draft that a mail program opens to be sent (RFC 5322, MIME, <c>X-Unsent</c>).</summary>
public sealed class RequestEmail
{
    private const int Megabyte = 1_000_000;

    private RequestEmail()
    {
    }

    /// <summary>The file's bytes, all of them ASCII. The same run under the same seal gives the same ones.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Everything in it that is not a file, before it is encoded: what a search for secrets has to read.</summary>
    public required string Clear { get; init; }

    /// <summary>The address of the provider; null where it must not be sent as it is.</summary>
    public required string? Recipient { get; init; }

    /// <summary>Why it has no recipient, in English.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The names of files that were left out because it would be too large.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Writes the request.</summary>
    public static RequestEmail Of(RequestSource source)
    {
        var reasons = DraftReasons.Of(source.Run, source.Today, source.Texts);
        MimePart.Attached[] files = [.. from name in MailedFile.Names from file in source.Files where file.Name == name select MimePart.Attached.File(name, file.Type, file.Content.Span)];
        RequestEmail? email = null;
        foreach (var choice in MailedFile.LeftOutInOrder)
        {
            string[] leftOut = [.. files.Select(file => file.Name).Where(choice.Contains)];
            email = Written(source, reasons, [.. files.Where(file => !leftOut.Contains(file.Name))], leftOut);
            if (email.Bytes.Length <= (long)source.MaxMegabytes * Megabyte)
            {
                break;
            }
        }

        return email!;
    }

    /// <summary>As <c>3.7</c>, in megabytes of 1 000 000 bytes; never less than it is.</summary>
    public static string Megabytes(long bytes, ReportTexts texts) => texts.Number(Math.Ceiling(bytes * 10m / Megabyte) / 10);

    private static RequestEmail Written(RequestSource source, IReadOnlyList<string> reasons, IReadOnlyList<MimePart.Attached> files, IReadOnlyList<string> leftOut)
    {
        var (run, texts) = (source.Run, source.Texts);
        var letter = new RequestLetter(source, reasons, leftOut);
        var subject = texts.Say("mail.subject", ("provider", run.Provider), ("integration", letter.Integration), ("certificate", source.Certificate));
        subject = reasons.Count > 0 ? texts.Say("mail.subject.draft", ("subject", subject)) : subject;
        var recipient = reasons.Count > 0 ? null : run.Request!.Address;
        var text = LetterText.Of(letter.Passages);
        var page = LetterPage.Of(letter.Passages, subject, texts);
        var body = new MimePart.Several("mixed", [new MimePart.Several("alternative", [new MimePart.Text("plain", text), new MimePart.Text("html", page)]), .. files]);

        // No From and no Message-ID: whoever sends the draft, and which message it then becomes, is the mail program's to say.
        var message = (recipient is null ? "" : HeaderField.Write("To", recipient))
            + HeaderField.Write("Subject", subject)
            + $"Date: {(run.StartedAt + run.Duration).UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000\r\n"
            + "X-Unsent: 1\r\n"
            + $"Content-Language: {texts.Language}\r\n"
            + "MIME-Version: 1.0\r\n"
            + body.Write();
        return new RequestEmail
        {
            Bytes = Encoding.ASCII.GetBytes(message),
            Clear = $"{subject}\n{recipient}\n{text}\n{page}",
            Recipient = recipient,
            Reasons = reasons.Count > 0 ? DraftReasons.Of(run, source.Today, ReportTexts.In(ReportTexts.English)) : [],
            LeftOut = leftOut,
        };
    }
}
