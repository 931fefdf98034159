using System.Text;
using System.Text.RegularExpressions;
using Readiness.Reports.Languages;
using Readiness.Reports.Mail;

namespace Readiness.Reports.Tests;

/// <summary>The request as bytes: what a mail program needs, and what it must never be given.</summary>
internal sealed class MailTests
{
    private const string Seal = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";

    /// <summary>A run that may be sent: ready, at documented pace, every line confirmed by somebody who means it.</summary>
    internal static RunResult Ready { get; } = SampleRun.Result with
    {
        Pace = "documented",
        Overall = Overall.Ready,
        Headline = "ready",
        ExitCode = 0,
        Request = new GoLiveRequest("go-live@toy.example", "Please open our account."),
        OfficialLines = [.. SampleRun.Result.OfficialLines.Take(2)],
        Items =
        [
            .. SampleRun.Result.Items.Where(item => item.Verdict is Verdict.Passed or Verdict.Waived or Verdict.NotApplicable),
            SampleRun.Item("TOY-IDEM-01", "Every attempt at an order carries the same key", "Safe retries", Verdict.Passed, "one key", line: "T1"),
            SampleRun.Item("TOY-LOG-01", "Logs hold no personal data", "Operations", Verdict.Attested, "attested", proof: ProofClass.Attest) with
            {
                Attestation = new Attestation("Ada Quirk", "Head of Engineering", "2026-03-01", "Our logs were reviewed and hold none.", Demonstration: false),
            },
        ],
    };

    internal static RequestSource Source(RunResult run, string? language = null, int megabytes = 10, params IReadOnlyList<MailedFile> files) => new()
    {
        Run = run,
        Texts = ReportTexts.In(language),
        Certificate = "TOY-7K3QZ-0M9XT",
        SealDigest = Seal,
        Issuer = null,
        Files = files.Count > 0 ? files : [Page("certificate.html", 2000), Page("allure-report.html", 9000), Noise("package.zip", 5000)],
        Today = new DateOnly(2026, 3, 15),
        MaxMegabytes = megabytes,
    };

    [Test]
    public void A_run_that_is_ready_is_a_draft_to_the_provider()
    {
        var email = RequestEmail.Of(Source(Ready));

        email.Recipient.ShouldBe("go-live@toy.example");
        email.Reasons.ShouldBeEmpty();
        Header(email).ShouldBe(
        [
            "To: go-live@toy.example",
            "Subject: Toy Orders go-live request: Corner Shop 4.2.0, certificate",
            " TOY-7K3QZ-0M9XT",
            "Date: Sat, 14 Mar 2026 09:27:54 +0000",
            "X-Unsent: 1",
            "Content-Language: en",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed;",
            " boundary=\"=_readiness-mixed\"",
        ]);
    }

    [Test]
    public void It_confirms_the_checklist_line_by_line_and_names_seal_and_people()
    {
        var said = RequestEmail.Of(Source(Ready)).Clear;

        said.ShouldContain("Please open our account.");
        said.ShouldContain("T1  Retries are safe.\n    ✓ passed: Proven by all of its items (1).\n    TOY-IDEM-01: ✓ passed, provoked traffic. Brought about by the harness, and seen to hold.\nT2  Tokens are kept.\n");
        said.ShouldContain("TOY-LOG-01  “Our logs were reviewed and hold none.” Ada Quirk, Head of Engineering, 2026-03-01");
        said.ShouldContain("TOY-FMT-01  Fixed in 4.3, which ships in April. Approved by Grace Holt, until 2026-04-30. The policy allows this item to be waived.");
        said.ShouldContain("renewal before expiry: runs only at documented pace");
        said.ShouldContain($"SHA-256 of the seal: {Seal}");
        said.ShouldContain($"readiness verify package.zip --seal-digest {Seal}");
    }

    [Test]
    public void A_rehearsal_that_is_not_ready_has_no_recipient_and_says_why()
    {
        var email = RequestEmail.Of(Source(SampleRun.Result));

        email.Recipient.ShouldBeNull();
        email.Reasons.ShouldBe(
        [
            "the answer is “not ready”",
            "it is a rehearsal: the provider’s waiting times were shortened; a request needs a run with --pace documented",
            "these lines of the provider’s checklist are not confirmed: T1, T3",
            "these statements only demonstrate the form, and nobody vouches for them: TOY-LOG-01",
            "no address of the provider is known for requests",
        ]);
        Header(email).ShouldNotContain(line => line.StartsWith("To:", StringComparison.OrdinalIgnoreCase));
        email.Clear.ShouldStartWith("[Draft, not to be sent] Toy Orders go-live request");
        email.Clear.ShouldContain("*** This is a draft and no request. It has no recipient, because: ***\n  * the answer is “not ready”\n");
        email.Clear.ShouldNotContain("Please open our account.");
        email.Clear.ShouldContain("keys 7f3c, 91ab over exchanges 6, 10");
    }

    private static IEnumerable<TestCaseData> NotToBeSent()
    {
        yield return new(Ready with { Overall = Overall.Incomplete }, "the answer is “incomplete”");
        yield return new(Ready with { Cause = "interrupted" }, "the run ended early (interrupted)");
        yield return new(Ready with { Pace = "compressed" }, "it is a rehearsal: the provider’s waiting times were shortened; a request needs a run with --pace documented");
        yield return new(Ready with { Selected = true }, "only a part of the checklist was run");
        yield return new(Ready with { OfficialLines = [] }, "the profile names no line of the provider’s checklist");
        yield return new(Ready with { OfficialLines = SampleRun.Result.OfficialLines }, "these lines of the provider’s checklist are not confirmed: T3");
        yield return new(Ready with { ValidUntil = "2026-03-14" }, "something that it rests on has expired: Valid until 2026-03-14");
        yield return new(With(item => item with { Waiver = item.Waiver! with { Expires = "2026-03-14" } }, "TOY-FMT-01"), "something that it rests on has expired: TOY-FMT-01 2026-03-14");
        yield return new(With(item => item with { Attestation = item.Attestation! with { Expires = "2026-03-14" } }, "TOY-LOG-01"), "something that it rests on has expired: TOY-LOG-01 2026-03-14");
        yield return new(With(item => item with { Attestation = item.Attestation! with { Demonstration = true } }, "TOY-LOG-01"), "these statements only demonstrate the form, and nobody vouches for them: TOY-LOG-01");
        yield return new(With(item => item with { Attestation = new("Ada Quirk", "Head", "2026-03-01", "x", Demonstration: true) }, "TOY-IDEM-01"), "these statements only demonstrate the form, and nobody vouches for them: TOY-IDEM-01");
        yield return new(Ready with { Request = null }, "no address of the provider is known for requests");
        yield return new(Ready with { Request = new("a@b.example, c@d.example", "") }, "no address of the provider is known for requests");
        yield return new(Ready with { Request = new("a@b.example\r\nBcc: c@d.example", "") }, "no address of the provider is known for requests");
    }

    [TestCaseSource(nameof(NotToBeSent))]
    public void One_reason_is_enough_to_have_no_recipient(RunResult run, string reason)
    {
        var email = RequestEmail.Of(Source(run));

        email.Reasons.ShouldBe([reason]);
        email.Recipient.ShouldBeNull();
        Encoding.ASCII.GetString(email.Bytes.Span).ShouldNotMatch("(?mi)^(to|cc|bcc):");
    }

    [TestCase("en", "To the Toy Orders team")]
    [TestCase("es", "Al equipo de Toy Orders")]
    [TestCase("pt-BR", "À equipe de Toy Orders")]
    public void It_is_written_in_the_language_of_the_certificate(string language, string greeting)
    {
        var email = RequestEmail.Of(Source(Ready, language));

        email.Clear.ShouldContain(greeting);
        email.Clear.ShouldContain($"<html lang=\"{language}\">");
        Header(email).ShouldContain($"Content-Language: {language}");
    }

    [Test]
    public void Its_lines_are_short_ascii_and_end_as_mail_lines_end_whatever_a_name_holds()
    {
        var strange = Ready with { IntegrationName = "Farmácia “São José” 😀 " + new string('ñ', 400), Operator = "=?utf-8?Q?x?=\r\nBcc: a@b.example", IntegrationVersion = new string('v', 1200) };

        foreach (var language in ReportTexts.Languages)
        {
            var text = Encoding.Latin1.GetString(RequestEmail.Of(Source(strange, language)).Bytes.Span);

            text.ShouldAllBe(here => here <= '~');
            text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
            text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\r');
            text.Split("\r\n").Max(line => line.Length).ShouldBeLessThanOrEqualTo(76);
            text.ShouldNotMatch("(?mi)^bcc:");
        }
    }

    [Test]
    public void A_subject_that_is_not_ascii_is_made_of_whole_encoded_words()
    {
        var words = Header(RequestEmail.Of(Source(Ready with { IntegrationName = "Farmácia São José 😀😀😀😀😀😀😀😀😀😀😀😀😀😀" })))
            .Select(line => Regex.Match(line, "^(?:Subject:)? =\\?utf-8\\?B\\?([A-Za-z0-9+/=]+)\\?=$")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();

        // Each by itself, for a character that two words share is none.
        string.Concat(words.Select(word => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(word))))
            .ShouldBe("Toy Orders go-live request: Farmácia São José 😀😀😀😀😀😀😀😀😀😀😀😀😀😀 4.2.0, certificate TOY-7K3QZ-0M9XT");
    }

    [Test]
    public void The_same_run_under_the_same_seal_gives_the_same_bytes() =>
        RequestEmail.Of(Source(Ready)).Bytes.ToArray().ShouldBe(RequestEmail.Of(Source(RunFormat.Read(RunFormat.Write(Ready)))).Bytes.ToArray());

    [TestCase(300_000, 350_000, "")]
    [TestCase(800_000, 300_000, "package.zip")]
    [TestCase(1_100_000, 300_000, "allure-report.html")]
    [TestCase(1_100_000, 900_000, "allure-report.html package.zip")]
    public void What_does_not_fit_is_left_out_in_order_and_told(int allure, int package, string leftOut)
    {
        var email = RequestEmail.Of(Source(Ready, megabytes: 1, files: [Page("certificate.html", 30_000), Page("allure-report.html", allure), Noise("package.zip", package)]));

        string.Join(' ', email.LeftOut).ShouldBe(leftOut);
        email.Bytes.Length.ShouldBeLessThanOrEqualTo(1_000_000);
        var text = Encoding.ASCII.GetString(email.Bytes.Span);
        foreach (var name in MailedFile.Names)
        {
            text.Contains($"filename=\"{name}\"", StringComparison.Ordinal).ShouldBe(!email.LeftOut.Contains(name), name);
        }

        Regex.Count(email.Clear, "Not attached: it measures .* MB, and with it this e-mail would be larger than 1 MB.").ShouldBe(2 * email.LeftOut.Count);
        email.Clear.Contains("It is in package.zip.", StringComparison.Ordinal).ShouldBe(leftOut == "allure-report.html");
    }

    [Test]
    public void What_was_not_made_is_not_attached_and_told()
    {
        var email = RequestEmail.Of(Source(Ready, files: [Page("certificate.html", 100), Noise("package.zip", 100)]));

        email.LeftOut.ShouldBeEmpty();
        email.Clear.ShouldContain("allure-report.html  every scenario with its steps and what went over the wire\n    It was not made in this run.\n");
    }

    private static string[] Header(RequestEmail email) => Encoding.ASCII.GetString(email.Bytes.Span).Split("\r\n\r\n")[0].Split("\r\n");

    private static RunResult With(Func<ItemResult, ItemResult> change, string id) =>
        Ready with { Items = [.. Ready.Items.Select(item => item.Item.Id.Value == id ? change(item) : item)] };

    // A page as the Allure report is one: ASCII almost throughout, in lines of any length, with line ends of either kind.
    internal static MailedFile Page(string name, int length) =>
        new(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, (length / 200) + 1).Select(index => $"<p>{index} “ñ” from .a = b \t {new string('x', 200)}</p>{(index % 3 == 0 ? "\r\n" : index % 7 == 0 ? " \nFrom \n." : "")}"))).AsMemory(0, length));

    internal static MailedFile Noise(string name, int length)
    {
        var noise = new byte[length];
        new Random(7).NextBytes(noise);
        return new(name, noise);
    }
}
