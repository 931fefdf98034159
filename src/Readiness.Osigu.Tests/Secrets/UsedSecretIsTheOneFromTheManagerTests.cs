using Readiness.Osigu.Checks.Secrets;

namespace Readiness.Osigu.Tests.Secrets;

internal sealed class UsedSecretIsTheOneFromTheManagerTests
{
    private const string New = "client.secret.rotated";
    private static readonly string[] TheNewOne = ["client.id@header:Authorization@basic", $"{New}@header:Authorization@basic"];

    [Test]
    public void Holds_when_what_was_read_is_used() =>
        Replaced().Read(12, 2, New).Token(12.1, facts: TheNewOne).Token(15, facts: TheNewOne).Judge<UsedSecretIsTheOneFromTheManager>()
            .Saw.ShouldBe("2 tokens for a client secret that lay in the secrets manager alone, and none for another one after it had been read");

    [Test]
    public void The_old_one_after_the_new_one_was_read_breaks()
    {
        var finding = Replaced().Read(12, 2, New).Token(14).Judge<UsedSecretIsTheOneFromTheManager>().Finding;

        finding.Expected.ShouldBe("token requests with the client secret that the secrets manager handed out last");
        finding.Saw.ShouldBe("1 token request (9) with an older one, after the new one had been read (7)");
        finding.Next.ShouldBe("use the value that was read: take the secret out of code, files and variables, so that there is no other one to use");
    }

    [Test]
    public void The_old_one_breaks_although_the_new_one_was_used_too() =>
        Replaced().Read(12, 2, New).Token(12.5, facts: TheNewOne).Token(14, 401).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Failed>();

    [Test]
    public void What_was_under_way_when_the_read_was_answered_may_carry_the_old_one() =>
        Replaced().Read(12, 2, New).Token(12.5).Token(14, facts: TheNewOne).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Three_that_carry_the_old_one_one_after_the_other_were_not_under_way() =>
        Replaced().Token(11.9, 401).Read(12, 2, New).Token(12.1, 401).Token(12.2, 401).Token(12.3, 401).Judge<UsedSecretIsTheOneFromTheManager>()
            .Finding.Saw.ShouldStartWith("3 token requests (");

    [Test]
    public void Three_at_the_same_time_may_have_been_under_way() =>
        Replaced().Read(12, 2, New).Token(12.02, 401, lasts: 0.1).Token(12.03, 401, lasts: 0.1).Token(12.04, 401, lasts: 0.1).Token(13, facts: TheNewOne)
            .Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void The_old_one_may_be_used_until_the_new_one_is_read() =>
        Replaced().Token(11).Token(20, 401).Read(20.1, 2, New).Token(20.2, facts: TheNewOne).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Passed>();

    [TestCase(1, false)]
    [TestCase(2, true)]
    public void A_process_that_has_not_read_yet_may_use_the_old_one(int processes, bool holds) =>
        (Replaced(processes).Read(12, 2, New).Token(12.1, facts: TheNewOne).Token(15).Judge<UsedSecretIsTheOneFromTheManager>() is Judgement.Passed).ShouldBe(holds);

    [Test]
    public void A_read_of_the_version_before_does_not_make_it_the_newest() =>
        Replaced().Read(12, 2, New).Read(13, 1).Token(15, facts: TheNewOne).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void A_new_version_for_another_secret_leaves_this_one_right() =>
        Replaced().Read(12, 2, New).Token(12.1, facts: TheNewOne).Read(20, 3, New).Token(25, facts: TheNewOne).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_where_no_new_secret_was_used() =>
        Replaced().Token(30).Judge<UsedSecretIsTheOneFromTheManager>()
            .Reason.ShouldBe("no token was granted for a client secret that lies in the secrets manager alone, so that nothing tells where the one in use is from; secrets.rotation.channel manager puts one there");

    [Test]
    public void Concludes_nothing_where_the_new_secret_came_by_another_way() =>
        Replaced().Token(12.1, facts: TheNewOne).Read(14, 2, New).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Inconclusive>();

    [Test]
    public void Concludes_nothing_where_no_manager_is_declared() =>
        new JournalBuilder().Token(1).Judge<UsedSecretIsTheOneFromTheManager>().Reason.ShouldBe("no secrets manager is declared: secrets.manager");

    [Test]
    public void Concludes_nothing_where_nothing_was_read() =>
        JournalBuilder.WithManager().Token(1).Judge<UsedSecretIsTheOneFromTheManager>().ShouldBeOfType<Judgement.Inconclusive>();

    private static JournalBuilder Replaced(int processes = 1) => JournalBuilder.WithManager(processes).Read(1).Token(2);
}
