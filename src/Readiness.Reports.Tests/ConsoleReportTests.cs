using Readiness.Reports.Allure;
using Readiness.Reports.Terminal;

namespace Readiness.Reports.Tests;

internal sealed class ConsoleReportTests
{
    private static readonly ConsoleReport Report = new(Paint.Plain);

    [Test]
    public void A_passed_item_is_one_line_and_its_advice() => Told("TOY-TOKEN-01").ShouldBe(
        """
        TOY-TOKEN-01    One token serves many calls                                     passed          700 ms
          advice    the token is renewed 3 s before it expires; the guide suggests 10 min
        """);

    [Test]
    public void A_failed_item_tells_every_finding() => Told("TOY-IDEM-01").ShouldBe(
        """
        TOY-IDEM-01     Every attempt at an order carries the same key                  FAILED          5.2 s
          expected  one Idempotency-Key on every attempt at the same order
          saw       keys 7f3c, 91ab over exchanges 6, 10 [6, 10]
          next      create the key before the first attempt, store it with the order, reuse it on every retry
          expected  an Idempotency-Key on every attempt
          saw       none on exchange 8 [8]
          next      set the header where the request is built, not where it is first sent
          source    Guide, https://toy.example/guide
        """);

    [Test]
    public void An_inconclusive_item_says_what_is_missing() => Told("TOY-HOOK-01").ShouldBe(
        """
        TOY-HOOK-01     Every event is acknowledged within 10 s                         inconclusive    4.0 s
          reason    the receiver timed out once; no sign of life after it
        """);

    [Test]
    public void An_item_that_does_not_apply_says_why() => Told("TOY-PAY-01").ShouldBe(
        """
        TOY-PAY-01      A settlement names its period                                   not applicable
          reason    settlement is not used: billed by hand
        """);

    [Test]
    public void A_waived_item_names_who_let_it_pass() => Told("TOY-FMT-01").ShouldBe(
        """
        TOY-FMT-01      Amounts carry two decimals                                      waived
          expected  two decimals in every amount
          saw       25.125 over exchange 10 [10]
          next      round before sending
          source    Guide, https://toy.example/guide
          waived    until 2026-04-30 by Grace Holt: Fixed in 4.3, which ships in April.
        """);

    [Test]
    public void A_long_statement_is_cut_so_that_the_columns_hold() => Report.Item(SampleRun.Item(
        "TOY-LONG-01", "A statement that goes on and on beyond what a terminal line of usual width can show", "X", Verdict.Planned, "later")).ShouldBe(
        "TOY-LONG-01     A statement that goes on and on beyond what a terminal line o…  planned");

    [Test]
    public void The_end_of_a_run_says_the_answer_why_and_where_to_read_on() => Report.Closing(SampleRun.Result, "reports/r1", new AllureReport.NotMade("node was not found")).ShouldBe(
        """
        not ready (rehearsal; partial checklist, 7 of 8)
        1 passed · 1 failed · 1 inconclusive · 1 not run · 1 not applicable · 1 attested · 1 waived · 1 planned · 1 min 01 s

          failed        TOY-IDEM-01     keys 7f3c, 91ab over exchanges 6, 10 (and 1 more)
          inconclusive  TOY-HOOK-01     the receiver timed out once; no sign of life after it

          attested      TOY-LOG-01      by Ada Quirk, Head of Engineering, on 2026-03-01 (demonstration: nobody vouches for it)
          waived        TOY-FMT-01      until 2026-04-30 by Grace Holt

          certificate  reports/r1/certificate.html
          allure       not made: node was not found
          junit        reports/r1/junit.xml
          journal      reports/r1/journal.ndjson
        """);

    [Test]
    public void A_run_that_was_stopped_says_what_stopped_it() => Report.Closing(
        SampleRun.Result with { Items = [], Headline = "incomplete", Overall = Overall.Incomplete, Cause = "environment", CauseDetail = "port 5000 is taken; set sandbox.listen" }, "r", null).ShouldBe(
        """
        incomplete
        nothing was judged · 1 min 01 s
        ended early (environment) port 5000 is taken; set sandbox.listen

          certificate  r/certificate.html
          junit        r/junit.xml
          journal      r/journal.ndjson
        """);

    [TestCase(true, null, "\e[31mno\e[0m")]
    [TestCase(true, "", "\e[31mno\e[0m")]
    [TestCase(true, "1", "no")]
    [TestCase(false, null, "no")]
    public void Colours_only_on_a_terminal_and_never_against_the_users_wish(bool terminal, string? noColour, string painted) =>
        Paint.For(terminal, noColour).Bad("no").ShouldBe(painted);

    private static string Told(string id) => Report.Item(SampleRun.Result.Items.Single(item => item.Item.Id.Value == id));
}
