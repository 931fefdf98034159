using Readiness.Osigu.Checks.Secrets;

namespace Readiness.Osigu.Tests.Secrets;

internal sealed class SecretSearchTests
{
    private static readonly (string, string)[] InSource =
        [("where", "files"), ("rule", "known-secret"), ("title", "A secret whose value is known stands here"), ("secret", "client.secret"), ("fingerprint", "0123456789"), ("place", "src/App.cs:4"), ("places", "1"), ("mend", "take it out")];

    private static readonly (string, string)[] InOutput =
        [("where", "output"), ("rule", "known-secret"), ("title", "a secret of this run (base64)"), ("secret", "client.secret"), ("place", "integration-output.txt:7"), ("mend", "keep it out of the log")];

    [Test]
    public void Holds_when_files_archives_and_commits_hold_nothing() =>
        Searched("files").Judge<FilesHoldNoSecret>().Saw.ShouldBe("no secret in 12 files, 1 archive with 3 entries, and 2 commits");

    [Test]
    public void Breaks_when_a_file_holds_a_secret()
    {
        var finding = Searched("files", found: InSource).Judge<FilesHoldNoSecret>().Finding;

        finding.Expected.ShouldBe("no secret in code, in its history, or in what is built");
        finding.Saw.ShouldBe("A secret whose value is known stands here (known-secret, client.secret, fingerprint 0123456789) at src/App.cs:4");
        finding.Next.ShouldBe("take it out");
    }

    [Test]
    public void Breaks_when_more_was_found_than_is_listed() =>
        Searched("files", more: ("findings", "3")).Judge<FilesHoldNoSecret>().Finding.Saw.ShouldBe("3 secrets, of which none was listed");

    [Test]
    public void Secrets_in_the_output_are_no_matter_of_files() => Searched("files", found: InOutput).Judge<FilesHoldNoSecret>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void What_could_not_be_searched_is_told()
    {
        var judgement = Searched("files", more: [("histories_failed", "1"), ("histories_failed_first", ".: the history of its git repository cannot be read: there is no git")]).Judge<FilesHoldNoSecret>();

        judgement.Saw.ShouldEndWith("2 commits; not every history was searched");
        judgement.Advice.ShouldBe(["not searched, so that it may hold anything: .: the history of its git repository cannot be read: there is no git"]);
    }

    [Test]
    public void Concludes_nothing_when_a_declared_folder_could_not_be_read() =>
        Searched("files", more: [("failed", "1"), ("failed_first", "src: it is not there")]).Judge<FilesHoldNoSecret>().Reason.ShouldBe("a declared folder or file could not be read: src: it is not there");

    [Test]
    public void Gaps_and_what_a_person_accepted_are_told() =>
        Searched("files", more: [("unread", "2"), ("unread_first", "a.zip: it is encrypted"), ("shallow", "1"), ("allowed", "1")]).Judge<FilesHoldNoSecret>().Advice.ShouldBe(
        [
            "2 files could not be read to the end: a.zip: it is encrypted",
            "the git history is a shallow clone: what was before its oldest commit is not there to be searched",
            "1 finding accepted by the allow file",
        ]);

    [Test]
    public void Concludes_nothing_when_nothing_could_be_read() =>
        new JournalBuilder().Note(NoteNames.SecretsSearched, 5, ("where", "files"), ("files", "0")).Judge<FilesHoldNoSecret>().Reason.ShouldBe("the declared folders hold nothing that could be read");

    [Test]
    public void Concludes_nothing_when_the_search_did_not_end() =>
        new JournalBuilder().Judge<FilesHoldNoSecret>().Reason.ShouldBe("the declared folders were not searched to the end");

    [Test]
    public void Holds_when_the_output_holds_nothing() => Searched("output").Judge<OutputHoldsNoSecret>().Saw.ShouldBe("no secret in 40 lines of output");

    [Test]
    public void Breaks_when_a_line_of_output_holds_a_secret() =>
        Searched("output", found: InOutput).Judge<OutputHoldsNoSecret>().Finding.Saw.ShouldBe("a secret of this run (base64) (known-secret, client.secret) at integration-output.txt:7");

    [Test]
    public void An_integration_that_writes_nothing_is_told_so() =>
        new JournalBuilder().Note(NoteNames.SecretsSearched, 5, ("where", "output"), ("lines", "0")).Judge<OutputHoldsNoSecret>().Saw.ShouldBe(
            "nothing was written to standard output and error; logs that go elsewhere are not seen");

    [Test]
    public void Concludes_nothing_of_output_that_could_not_be_read() =>
        Searched("output", more: [("failed", "1"), ("failed_first", "integration-output.txt: gone")]).Judge<OutputHoldsNoSecret>().Reason.ShouldBe(
            "what the integration wrote could not be searched: integration-output.txt: gone");

    [Test]
    public void Concludes_nothing_of_output_that_was_not_searched() =>
        new JournalBuilder().Judge<OutputHoldsNoSecret>().Reason.ShouldBe("the lines that the integration wrote were not searched to the end");

    [Test]
    public void Holds_when_no_answer_holds_a_secret() =>
        new JournalBuilder().Delivery("S1", "evt_A", 2, 401).Operation("S1", "beneficiary.search", 3).Judge<AnswersHoldNoSecret>().Saw.ShouldBe(
            "neither secret in 1 answer to webhooks and 1 answer to operations");

    [Test]
    public void Breaks_when_the_answer_to_a_webhook_holds_the_webhook_secret() =>
        new JournalBuilder().Delivery("S1", "evt_A", 2, 401, facts: "webhook.secret@body:/key").Judge<AnswersHoldNoSecret>().Finding.Saw.ShouldBe(
            "webhook.secret in the answer 401 to a webhook, body (3)");

    [Test]
    public void Breaks_when_the_answer_to_an_operation_holds_the_new_client_secret() =>
        new JournalBuilder().Operation("S1", "beneficiary.search", 3, facts: "client.secret.rotated@message").Judge<AnswersHoldNoSecret>().Finding.Saw.ShouldBe(
            "client.secret.rotated in the answer to beneficiary.search, message (3)");

    [Test]
    public void Breaks_when_a_request_holds_the_webhook_secret() =>
        new JournalBuilder().Operation("S1", "beneficiary.search", 1).Call("S1", "subscribe", 2, facts: "webhook.secret@body:/secret").Judge<AnswersHoldNoSecret>().Finding.Saw.ShouldBe(
            "webhook.secret in the request subscribe, body (5)");

    [Test]
    public void The_client_secret_of_a_token_request_is_where_it_belongs() =>
        new JournalBuilder().Operation("S1", "beneficiary.search", 1).Token(2).Judge<AnswersHoldNoSecret>().ShouldBeOfType<Judgement.Passed>();

    [Test]
    public void Concludes_nothing_when_nothing_was_answered() => new JournalBuilder().Judge<AnswersHoldNoSecret>().Reason.ShouldBe("the integration answered nothing");

    private static JournalBuilder Searched(string where, (string, string)[]? found = null, params (string Key, string Value)[] more)
    {
        var journal = new JournalBuilder().Note(NoteNames.SecretsSearched, 5,
        [
            .. ((string Key, string Value)[])[("where", where), ("files", "12"), ("archives", "1"), ("entries", "3"), ("commits", "2"), ("lines", "40")],
            .. more,
        ]);
        return found is null ? journal : journal.Note(NoteNames.SecretFound, 4, found);
    }
}
