using Readiness.Osigu.Checks.Secrets;

namespace Readiness.Osigu.Tests.Secrets;

internal sealed class RotatedClientSecretIsTakenUpTests
{
    private static readonly string[] New = ["client.id@header:Authorization@basic", "client.secret.rotated@header:Authorization@basic"];

    [Test]
    public void Holds_when_tokens_are_asked_for_with_the_new_secret_and_the_work_goes_on() =>
        Trial().Token(11, facts: New).Token(15, facts: New).Token(16, facts: New).Judge<RotatedClientSecretIsTakenUp>().Saw.ShouldBe(
            "2 tokens with the new client secret and none with the old one after it was retired (channel: file); 1 look-up succeeded while both counted, 1 after");

    [Test]
    public void Holds_when_both_are_used_while_both_count() =>
        Trial().Token(11, facts: New).Token(12).Token(13.9).Token(15, facts: New).Judge<RotatedClientSecretIsTakenUp>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_old_secret_is_used_after_it_was_retired()
    {
        var finding = Trial(after: Outcome.Failed).Token(14.5, status: 401).Token(15, status: 401).Judge<RotatedClientSecretIsTakenUp>().Finding;

        finding.Expected.ShouldBe("token requests with the new client secret only, once the old one counts no more");
        finding.Saw.ShouldBe("2 token requests (11, 14) with the old one, the first 0.5 s after it was retired and 4.5 s after the new one was there");
    }

    [Test]
    public void Breaks_when_one_of_several_still_has_the_old_secret() =>
        Trial().Token(14.5, facts: New).Token(15.5, status: 401).Token(16.5, facts: New).Judge<RotatedClientSecretIsTakenUp>().Finding.Saw.ShouldStartWith("1 token request (");

    [Test]
    public void Breaks_when_nothing_succeeds_with_the_new_secret() =>
        Trial(after: Outcome.Failed).Operation("S3", "beneficiary.search", 17, Outcome.Failed).Stimulus("S3", "after-rotation", 17).Token(15, facts: New).Judge<RotatedClientSecretIsTakenUp>()
            .Finding.Expected.ShouldBe("the work goes on once the old client secret counts no more");

    [Test]
    public void A_refusal_that_has_the_secrets_manager_read_again_is_how_a_new_secret_may_be_learnt() =>
        Trial().Token(14.5, status: 401).Read(14.6, 2, "client.secret.rotated").Token(14.7, facts: New).Judge<RotatedClientSecretIsTakenUp>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Breaks_when_the_secrets_manager_is_read_again_and_the_old_secret_goes_on() =>
        Trial().Token(14.5, status: 401).Read(14.6, 2, "client.secret.rotated").Token(14.7, status: 401).Judge<RotatedClientSecretIsTakenUp>().Finding.Saw.ShouldStartWith("2 token requests (");

    [Test]
    public void Breaks_when_one_process_learns_it_twice() =>
        Trial().Token(14.5, status: 401).Read(14.6, 2, "client.secret.rotated").Token(14.7, facts: New).Token(16, status: 401).Read(16.1, 2, "client.secret.rotated").Token(16.2, facts: New)
            .Judge<RotatedClientSecretIsTakenUp>().Finding.Saw.ShouldStartWith("1 token request (");

    [Test]
    public void What_is_sent_when_the_trial_is_over_does_not_count() =>
        Trial().Token(15, facts: New).Token(20.5).Judge<RotatedClientSecretIsTakenUp>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_no_token_is_asked_for() =>
        Trial().Judge<RotatedClientSecretIsTakenUp>().Reason.ShouldBe("no token was granted after the old client secret was retired, so that nothing shows which one is used");

    [Test]
    public void Concludes_nothing_of_work_that_stops_for_want_of_a_token() =>
        Trial(during: Outcome.Failed).Operation("S3", "beneficiary.search", 13, Outcome.Failed).Stimulus("S3", "during-rotation", 13).Token(15, facts: New).Judge<RotatedClientSecretIsTakenUp>()
            .Reason.ShouldBe("no look-up succeeded while both client secrets count");

    [Test]
    public void Concludes_nothing_without_a_sign_of_life_afterwards() =>
        new JournalBuilder().Canary(1)
            .Note(NoteNames.SecretRotated, 10, ("secret", "client.secret")).Note(NoteNames.SecretRetired, 14, ("secret", "client.secret")).Note(NoteNames.SecretReadmitted, 20, ("secret", "client.secret"))
            .Stimulus("S1", "during-rotation", 10).Operation("S1", "beneficiary.search", 11).Stimulus("S2", "after-rotation", 14).Operation("S2", "beneficiary.search", 15)
            .Token(15, facts: New).Close(30).Judge<RotatedClientSecretIsTakenUp>().Reason.ShouldContain("no sign of life of the integration after 20 s into the run");

    [Test]
    public void Concludes_nothing_when_nothing_was_replaced() =>
        new JournalBuilder().Token(15).Judge<RotatedClientSecretIsTakenUp>().Reason.ShouldBe("no secret was replaced");

    [Test]
    public void Concludes_nothing_when_the_old_secret_was_never_retired() =>
        new JournalBuilder().Note(NoteNames.SecretRotated, 10, ("secret", "client.secret")).Judge<RotatedClientSecretIsTakenUp>()
            .Reason.ShouldBe("the secret was replaced, and the old one still counted when the scenario ended");

    private static JournalBuilder Trial(Outcome during = Outcome.Succeeded, Outcome after = Outcome.Succeeded) => new JournalBuilder().Rotated("client.secret")
        .Stimulus("S1", "during-rotation", 10).Operation("S1", "beneficiary.search", 11, during)
        .Stimulus("S2", "after-rotation", 14).Operation("S2", "beneficiary.search", 15, after);
}
