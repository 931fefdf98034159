using Readiness.Osigu.Checks.Secrets;

namespace Readiness.Osigu.Tests.Secrets;

internal sealed class ManagerIsAskedAtASaneRateTests
{
    [Test]
    public void Holds_when_a_value_is_kept_while_events_are_verified() =>
        JournalBuilder.WithManager().Reads(4, from: 5, apart: 40).Events(14, from: 100).Close(200)
            .Judge<ManagerIsAskedAtASaneRate>().Saw.ShouldBe("4 reads of the secrets manager in 200 s, never more than 6 reads within a minute without a cause");

    [Test]
    public void A_read_for_every_event_breaks()
    {
        var finding = JournalBuilder.WithManager().Events(14, from: 100).Reads(14, from: 100.01, apart: 0.1).Judge<ManagerIsAskedAtASaneRate>().Finding;

        finding.Expected.ShouldBe("at most 6 reads of the secrets manager within a minute, beside those that a start, a token request or a refusal explains");
        finding.Saw.ShouldBe("10 reads (4, 8, 12, 16, 20, 24, 28, 32, 36, 40) within 0.9 s, of which at most 3 had a cause");
        finding.Next.ShouldBe("keep what was read for some minutes, as the vendors' caching clients do (an hour at AWS, five minutes in Vault's agent), and read again after a start or a refusal");
    }

    [Test]
    public void Reads_at_a_steady_pace_that_is_too_quick_break() =>
        JournalBuilder.WithManager().Reads(40, from: 0, apart: 5).Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void Reads_every_ten_seconds_hold() =>
        JournalBuilder.WithManager().Reads(20, from: 0, apart: 10.1).Events(14, from: 150).Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_read_for_every_token_request_holds()
    {
        var journal = JournalBuilder.WithManager().Read(1).Events(14, from: 150);
        for (var request = 0; request < 20; request++)
        {
            journal.Read(50 + request).Token(50.1 + request);
        }

        journal.Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Passed>();
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Reads_after_every_refused_signature_hold(int versions)
    {
        var journal = JournalBuilder.WithManager().Read(1).Events(14, from: 150);
        for (var forged = 0; forged < 20; forged++)
        {
            journal.Delivery(null, $"f-{forged}", 50 + forged, 401, genuine: false).Reads(versions, 50.01 + forged, apart: 0.01);
        }

        journal.Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Passed>();
    }

    [Test]
    public void Reads_at_each_start_hold()
    {
        var journal = JournalBuilder.WithManager().Reads(3, from: 1, apart: 0.01).Events(14, from: 150);
        for (var restart = 0; restart < 4; restart++)
        {
            journal.Reads(3, from: 50.5 + (restart * 10), apart: 0.01)
                .Note(NoteNames.Wait, 51 + (restart * 10), ("for", "the integration to restart"), ("seconds", "0.900"))
                .Note(NoteNames.IntegrationRestarted, 51 + (restart * 10), ("cause", "x"));
        }

        journal.Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Passed>();
    }

    [TestCase(1, false)]
    [TestCase(2, true)]
    public void Each_process_reads_for_itself(int processes, bool holds) =>
        (JournalBuilder.WithManager(processes).Reads(3 * processes, 0, 0.01).Reads(12, from: 30, apart: 1).Events(30, from: 150).Judge<ManagerIsAskedAtASaneRate>() is Judgement.Passed).ShouldBe(holds);

    [Test]
    public void The_declared_number_counts() =>
        JournalBuilder.WithManager(readsPerMinute: "20").Reads(3, 0, 0.01).Reads(18, from: 30, apart: 1).Events(42, from: 150).Judge<ManagerIsAskedAtASaneRate>().ShouldBeOfType<Judgement.Passed>();

    [TestCase(12)]
    [TestCase(0)]
    public void Concludes_nothing_from_few_events(int events) =>
        JournalBuilder.WithManager().Read(1).Events(events, from: 100).Judge<ManagerIsAskedAtASaneRate>()
            .Reason.ShouldBe($"{events} events verified within a minute are too few to tell a read for each of them from 6 reads without a cause");

    [Test]
    public void Concludes_nothing_where_no_manager_is_declared() =>
        new JournalBuilder().Events(14, from: 100).Judge<ManagerIsAskedAtASaneRate>().Reason.ShouldBe("no secrets manager is declared: secrets.manager");

    [Test]
    public void Concludes_nothing_where_nothing_was_read() =>
        JournalBuilder.WithManager().Events(14, from: 100).Judge<ManagerIsAskedAtASaneRate>()
            .Reason.ShouldBe("the integration read nothing from the secrets manager that the harness plays: point it there as docs/secret-managers.md says");

    [Test]
    public void Concludes_nothing_where_every_read_was_refused() =>
        JournalBuilder.WithManager().Read(1, version: null).Read(2, version: null).Judge<ManagerIsAskedAtASaneRate>()
            .Reason.ShouldBe("the integration asked the secrets manager 2 times and read nothing; the last answer was 403: no X-Vault-Token header");
}
