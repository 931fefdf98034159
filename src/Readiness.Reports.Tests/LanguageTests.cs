using System.Net;
using System.Text.RegularExpressions;
using Readiness.Reports.Certificate;
using Readiness.Reports.Languages;

namespace Readiness.Reports.Tests;

/// <summary>Every language says everything: the build holds the keys together, and these tests what is in them.</summary>
internal sealed class LanguageTests
{
    private static readonly string[] Foreign = ["es", "pt-BR"];

    [TestCaseSource(nameof(Foreign))]
    public void A_language_has_every_key_of_english(string language) =>
        ReportTexts.In(language).Keys.Order(StringComparer.Ordinal).ShouldBe(ReportTexts.In("en").Keys.Order(StringComparer.Ordinal));

    [TestCaseSource(nameof(Foreign))]
    public void A_text_takes_the_same_values_in_every_language(string language) =>
        ReportTexts.In("en").Keys.Where(key => !Names(ReportTexts.In(language)[key]).SequenceEqual(Names(ReportTexts.In("en")[key]))).ShouldBeEmpty();

    [TestCaseSource(nameof(Foreign))]
    public void No_text_was_left_empty(string language) => ReportTexts.In(language).Keys.Where(key => string.IsNullOrWhiteSpace(ReportTexts.In(language)[key])).ShouldBeEmpty();

    [Test]
    public void A_language_is_found_in_any_case() => ReportTexts.In("PT-br").Language.ShouldBe("pt-BR");

    [Test]
    public void An_unknown_language_is_refused_with_those_that_there_are() =>
        Should.Throw<ArgumentException>(() => ReportTexts.In("fr")).Message.ShouldStartWith("there is no language 'fr': choose one of en, es, pt-BR");

    [Test]
    public void A_text_without_a_value_for_its_name_is_a_fault() =>
        Should.Throw<KeyNotFoundException>(() => ReportTexts.In("en").Say("line.passed")).Message.ShouldBe("the text 'line.passed' has no value for {count}");

    [Test]
    public void The_page_is_spanish_where_that_is_asked_for()
    {
        var page = Page("es");

        page.ShouldContain("<html lang=\"es\">");
        page.ShouldContain("No está listo (ensayo; lista parcial, 7 de 8)");
        page.ShouldContain("<li class=\"passed\">cumplido: <b>1</b></li>");
        page.ShouldContain("Un token sirve para muchas llamadas");
        page.ShouldContain("<td>Los tokens se guardan.</td>");
        page.ShouldContain("Precios por volumen: pactados por contrato");
        page.ShouldContain("Provocado por el arnés, y se vio que se cumple.");
        page.ShouldContain("8,3 por cada 100 llamadas (1 para 12 llamadas)");
    }

    [Test]
    public void What_the_checks_tell_is_marked_as_english_in_another_language() =>
        Page("pt-BR").ShouldContain("<span lang=\"en\">1 token over 12 calls in 61 s</span>");

    [Test]
    public void A_statement_without_a_translation_stays_as_it_is() => Page("pt-BR").ShouldContain("One token serves many calls");

    [TestCase("en")]
    [TestCase("es")]
    [TestCase("pt-BR")]
    public void The_language_of_a_page_can_be_read_from_it(string language) =>
        CertificatePage.LanguageOf(CertificatePage.Write(SampleRun.Result, "TOY-00000-00000", ReportTexts.In(language)))!.Language.ShouldBe(language);

    [Test]
    public void A_page_of_somebody_else_has_no_language_of_ours() => CertificatePage.LanguageOf("<html lang=\"fr\">"u8).ShouldBeNull();

    private static string Page(string language) =>
        WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(CertificatePage.Write(SampleRun.Result, "TOY-00000-00000", ReportTexts.In(language))));

    private static IEnumerable<string> Names(string text) => Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Order(StringComparer.Ordinal);
}
