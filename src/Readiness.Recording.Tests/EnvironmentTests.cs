namespace Readiness.Recording.Tests;

/// <summary>A run that offers a second environment: what belongs to which, in the journal and among the values.</summary>
internal sealed class EnvironmentTests
{
    [Test]
    public async Task What_another_environment_saw_is_in_no_view_but_its_own()
    {
        await using var book = new Book();
        book.Recorder.RecordOperation("search", "S1", OperationRole.Stimulus, "{}");
        book.Recorder.RecordOperation("search", "S1", OperationRole.Canary, "{}", Environments.Production);
        book.Recorder.Record(Request(null));
        book.Recorder.Record(Request(Environments.Production));
        book.Recorder.Record(Delivery(null));
        book.Recorder.Record(Delivery(Environments.Production));

        var journal = book.Recorder.Snapshot();
        var production = journal.In(Environments.Production);

        (journal.Operations.Single().Number, journal.Exchanges.Single().Number, journal.Deliveries.Single().Number).ShouldBe((2, 4, 6));
        (production.Operations.Single().Number, production.Exchanges.Single().Number, production.Deliveries.Single().Number).ShouldBe((3, 5, 7));
        (production.Entries.Count, production.Run).ShouldBe((journal.Entries.Count, journal.Run));
        journal.In(Environments.Production).ShouldBeSameAs(production);
    }

    [Test]
    public async Task It_is_told_apart_in_a_journal_that_is_read_back()
    {
        await using var book = new Book();
        book.Recorder.Record(Request(Environments.Production));

        var read = JournalFormat.Read(book.Path);

        read.Exchanges.ShouldBeEmpty();
        read.In(Environments.Production).Exchanges.ShouldHaveSingleItem().Request.Environment.ShouldBe("production");
    }

    [Test]
    public void A_value_of_another_environment_is_found_and_masked_under_a_name_of_its_own()
    {
        var minted = new MintedValues();
        var production = minted.Of(Environments.Production);
        minted.Register("client.secret", "secret-of-the-sandbox", MintedKind.Secret);
        production.Register("client.secret", "secret-of-production", MintedKind.Secret);

        List<string> found = [];
        minted.Mask("id:secret-of-production", (value, _) => found.Add(value.Name)).ShouldBe("id:[production.client.secret]");
        found.ShouldBe(["production.client.secret"]);
        minted.Secrets.Select(value => value.Name).ShouldBe(["client.secret", "production.client.secret"], ignoreOrder: true);
        production.Find("secret-of-the-sandbox")!.Name.ShouldBe("client.secret");
        production.IsClean("secret-of-the-sandbox").ShouldBeFalse();
    }

    private static RawRequest Request(string? environment) => new()
    {
        At = TimeSpan.Zero, BodyAt = TimeSpan.Zero, Connection = "c1", Method = "GET", Target = "/v1/things", Environment = environment, Headers = [], Body = default,
    };

    private static RawDelivery Delivery(string? environment) => new()
    {
        At = TimeSpan.Zero, EventId = "E1", EventType = "thing.made", Genuine = true, Manner = "first", Environment = environment, Url = "http://127.0.0.1/hooks", Headers = [], Body = default,
    };
}
