using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Readiness.Reports.Languages;
using Readiness.Reports.Mail;

namespace Readiness.Reports.Tests;

/// <summary>The request as Python's own parser reads it. The one from npm reads it in tools/mail/check.</summary>
internal sealed class MailParserTests
{
    private const string Partner = "Farmácia “São José” & Söhne 😀, the pharmacy on the corner of a long street";

    [TestCaseSource(typeof(ReportTexts), nameof(ReportTexts.Languages))]
    public void Every_part_is_read_as_it_was_written(string language)
    {
        MailedFile[] files = [MailTests.Page("certificate.html", 3001), MailTests.Page("allure-report.html", 800_001), MailTests.Noise("package.zip", 5003)];
        var email = RequestEmail.Of(MailTests.Source(MailTests.Ready with { IntegrationName = Partner }, language, files: files));

        using var read = Parse(email.Bytes);

        var message = read.RootElement;
        message.GetProperty("defects").EnumerateArray().ShouldBeEmpty();
        message.GetProperty("subject").GetString().ShouldBe(email.Clear.Split('\n')[0]);
        message.GetProperty("subject").GetString()!.ShouldContain(Partner);
        message.GetProperty("to")[0].GetString().ShouldBe("go-live@toy.example");
        message.GetProperty("date").GetString().ShouldBe("2026-03-14T09:27:54Z");
        message.GetProperty("unsent").GetString().ShouldBe("1");
        message.GetProperty("structure").EnumerateArray().Select(type => type.GetString()).ShouldBe(
            ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/html", "text/html", "application/zip"]);
        email.Clear.ShouldBe($"{message.GetProperty("subject").GetString()}\ngo-live@toy.example\n{message.GetProperty("text").GetString()}\n\n{message.GetProperty("html").GetString()}\n");
        message.GetProperty("attachments").EnumerateArray().Select(file => (file.GetProperty("name").GetString(), file.GetProperty("sha256").GetString())).ShouldBe(
            files.Select(file => ((string?)file.Name, (string?)Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)))));
    }

    [Test]
    public void A_file_of_every_byte_value_comes_out_as_it_went_in()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        byte[] page = [.. Encoding.ASCII.GetBytes(new string('a', 600_000)), .. all, .. "\r\n \n\r. \nFrom x \n"u8];

        using var read = Parse(RequestEmail.Of(MailTests.Source(MailTests.Ready, files: [new("certificate.html", page), new("package.zip", all)])).Bytes);

        read.RootElement.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("sha256").GetString()).ShouldBe(
            new[] { page, all }.Select(bytes => (string?)Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> email, [CallerFilePath] string here = "")
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, email.Span);
            var program = new ProcessStartInfo("python3", [Path.Combine(Path.GetDirectoryName(here)!, "../../tools/mail/parse.py"), file]) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
            using var python = Process.Start(program)!;
            var error = python.StandardError.ReadToEndAsync();
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            python.ExitCode.ShouldBe(0, error.Result);
            return JsonDocument.Parse(output);
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            Assert.Ignore($"python3 cannot be started here, and the e-mail was not read by it: {fault.Message}");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
