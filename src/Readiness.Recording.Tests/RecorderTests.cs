using System.Text.Json;

namespace Readiness.Recording.Tests;

/// <summary>Numbers, lines, waiting, and what is read back.</summary>
internal sealed class RecorderTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Test]
    public async Task An_entrys_number_is_its_line_under_eight_writers()
    {
        await using var book = new Book();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            for (var turn = 0; turn < 250; turn++)
            {
                book.Recorder.Note("turn", ("by", $"w{writer}-{turn}"));
            }
        })));

        var entries = book.Recorder.Snapshot().Entries;
        var lines = book.Lines();
        lines.Length.ShouldBe(2001);
        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, 2001));
        for (var index = 1; index < lines.Length; index++)
        {
            using var line = JsonDocument.Parse(lines[index]);
            line.RootElement.GetProperty("number").GetInt32().ShouldBe(index + 1);
            line.RootElement.GetProperty("data").GetProperty("by").GetString().ShouldBe(((Note)entries[index])["by"]);
        }
    }

    [Test]
    public async Task What_is_written_is_in_the_file_before_the_call_returns()
    {
        await using var book = new Book();

        book.Recorder.Note("one", ("number", "0"));

        book.Lines()[^1].ShouldStartWith("""{"kind":"note","name":"one","data":{"number":"0"},"number":2,"at":""");
    }

    [Test]
    public async Task Every_kind_of_entry_is_read_back_as_it_was()
    {
        await using var book = new Book();
        Fill(book);
        var written = book.Recorder.Snapshot().Entries;
        await book.Recorder.DisposeAsync();

        var read = JournalFormat.Read(book.Path).Entries;

        read.Select(entry => entry.GetType()).Distinct().Count().ShouldBe(8);
        read.Select(Line).ShouldBe(written.Select(Line));
        read.Select(Line).ShouldBe(await File.ReadAllLinesAsync(book.Path));
    }

    [Test]
    public async Task Times_in_memory_are_those_of_the_file()
    {
        await using var book = new Book();
        // The clock has tenths of a microsecond, so some of a hundred notes would differ.
        for (var note = 0; note < 100; note++)
        {
            book.Recorder.Note("tick");
        }

        var written = book.Recorder.Snapshot().Entries;
        await book.Recorder.DisposeAsync();

        JournalFormat.Read(book.Path).Entries.Select(entry => entry.At).ShouldBe(written.Select(entry => entry.At));
    }

    [Test]
    public async Task A_journal_cut_in_its_last_line_is_read_up_to_there()
    {
        await using var book = new Book();
        Fill(book);
        var whole = book.Recorder.Snapshot().Entries.Count;
        await book.Recorder.DisposeAsync();
        var bytes = await File.ReadAllBytesAsync(book.Path);
        await File.WriteAllBytesAsync(book.Path, bytes[..^9]);

        JournalFormat.Read(book.Path).Entries.Count.ShouldBe(whole - 1);
    }

    [Test]
    public async Task A_journal_damaged_before_its_last_line_is_refused_with_the_line()
    {
        await using var book = new Book();
        Fill(book);
        await book.Recorder.DisposeAsync();
        var lines = await File.ReadAllLinesAsync(book.Path);
        lines[1] = "{";
        await File.WriteAllLinesAsync(book.Path, lines);

        Should.Throw<JournalFormatException>(() => JournalFormat.Read(book.Path)).Message.ShouldStartWith($"{book.Path}:2 is no journal entry: ");
    }

    [Test]
    public async Task Answers_are_paired_with_what_they_answer()
    {
        await using var book = new Book();
        Fill(book);

        var journal = book.Recorder.Snapshot();

        journal.Exchanges.ShouldHaveSingleItem().Status.ShouldBe(201);
        journal.Deliveries.ShouldHaveSingleItem().Acknowledged.ShouldBeTrue();
        journal.Operations.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.Succeeded);
        journal.Run!.Settings["webhook.acceptOtherRejections"].ShouldBe("true");
    }

    [Test]
    public async Task Waiting_ends_at_once_where_the_condition_holds_already()
    {
        await using var book = new Book();

        (await book.Recorder.WaitUntil(journal => journal.Entries.Count == 1, TimeSpan.Zero)).ShouldBeTrue();
    }

    [Test]
    public async Task Waiting_ends_with_the_entry_that_fulfils_the_condition()
    {
        await using var book = new Book();
        var waiting = book.Recorder.WaitUntil(journal => journal.NotesNamed("third").Any(), Limit);

        book.Recorder.Note("first");
        book.Recorder.Note("second");
        waiting.IsCompleted.ShouldBeFalse();
        book.Recorder.Note("third");

        (await waiting).ShouldBeTrue();
    }

    [Test]
    public async Task Many_wait_for_one_entry()
    {
        await using var book = new Book();
        Task<bool>[] waiting = [.. Enumerable.Range(0, 20).Select(_ => book.Recorder.WaitUntil(journal => journal.Entries.Count > 1, Limit))];

        book.Recorder.Note("now");

        (await Task.WhenAll(waiting)).ShouldAllBe(seen => seen);
    }

    [Test]
    public async Task Waiting_ends_with_its_limit_or_its_caller()
    {
        await using var book = new Book();
        using var caller = new CancellationTokenSource();

        (await book.Recorder.WaitUntil(_ => false, TimeSpan.FromMilliseconds(20))).ShouldBeFalse();
        var waiting = book.Recorder.WaitUntil(_ => false, Limit, caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
    }

    [Test]
    public async Task What_is_recorded_after_the_end_is_lost()
    {
        await using var book = new Book();
        await book.Recorder.DisposeAsync();

        book.Recorder.Note("late");

        book.Recorder.Snapshot().Entries.Count.ShouldBe(1);
        book.Lines().Length.ShouldBe(1);
    }

    private static string Line(JournalEntry entry) => System.Text.Encoding.UTF8.GetString(JournalFormat.Write(entry));

    private static void Fill(Book book)
    {
        var request = book.Request("""{"id":"ben-0001","note":"Ana Perez-Lopez"}""", headers: new Header("X-Id", "ben-0001"));
        book.Recorder.Record(new RawResponse
        {
            Of = request.Number,
            At = TimeSpan.FromSeconds(1.5),
            LastByteAt = TimeSpan.FromTicks(15_000_010),
            Status = 201,
            Headers = [new Header("Content-Type", "application/json")],
            Body = "{\"status\":\"OPEN\"}"u8.ToArray(),
            Transmission = Transmission.Complete,
            Fault = "F1",
            Annotations = new Dictionary<string, string> { ["token"] = "token-1" },
        });
        var sent = book.Recorder.Record(new RawDelivery
        {
            At = TimeSpan.FromSeconds(2),
            EventId = "e-1",
            EventType = "thing.done",
            Stimulus = "S1",
            Genuine = true,
            Manner = "first",
            Group = "G1",
            Url = "http://127.0.0.1:5/hook",
            Headers = [],
            Body = "{}"u8.ToArray(),
        });
        book.Recorder.Record(new RawDeliveryAnswer { Of = sent.Number, At = TimeSpan.FromSeconds(3), LastByteSentAt = TimeSpan.FromSeconds(2), LastByteAt = TimeSpan.FromSeconds(3), Status = 204 });
        var asked = book.Recorder.RecordOperation("thing.do", "S1", OperationRole.Stimulus, """{"id":"ben-0001"}""");
        book.Recorder.Record(new RawOperationEnd { Of = asked, Outcome = Outcome.Succeeded, Result = """{"id":"ben-0001"}""" });
        book.Recorder.Note("done", ("a", "1"), ("b", null));
    }
}
