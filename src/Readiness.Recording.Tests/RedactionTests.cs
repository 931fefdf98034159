using System.Text;

namespace Readiness.Recording.Tests;

/// <summary>What stays readable in the journal, and what does not.</summary>
internal sealed class RedactionTests
{
    private Book book = null!;

    [SetUp]
    public void Open() => book = new Book();

    [TearDown]
    public async Task Close() => await book.DisposeAsync();

    [TestCase("""{"status":"OPEN","id":"x"}""", """{"status":"OPEN","id":"x"}""")]
    [TestCase("""{"tags":["a","b"]}""", """{"tags":["a","b"]}""")]
    [TestCase("""{"amount":12.50,"note":null,"status":true,"id":""}""", """{"amount":12.50,"note":null,"status":true,"id":""}""")]
    [TestCase(""" { "status" : "caf\u00e9" } """, """{"status":"café"}""")]
    [TestCase("\"status\"", null)]
    public void Only_fields_of_the_allow_list_stay_readable(string body, string? kept)
    {
        var text = book.Request(body).Body.Text;

        text.ShouldBe(kept ?? text);
        if (kept is null)
        {
            text.ShouldNotContain("status");
        }
    }

    [Test]
    public void Any_other_text_or_number_becomes_a_fingerprint_with_its_length()
    {
        var body = book.Request("""{"city":"Guatemala","age":41,"list":["abc"],"again":"Guatemala"}""").Body;

        JsonText.At(body, "/city")!.ShouldMatch(@"^\[[0-9a-f]{10}, 9 chars\]$");
        JsonText.At(body, "/again").ShouldBe(JsonText.At(body, "/city"));
        JsonText.At(body, "/age")!.ShouldMatch(@"^\[[0-9a-f]{10}, 2 chars\]$");
        JsonText.At(body, "/list/0")!.ShouldMatch(@"^\[[0-9a-f]{10}, 3 chars\]$");
    }

    [Test]
    public void Prose_in_an_allowed_field_is_not_readable()
    {
        var body = book.Request($$"""{"note":"{{new string('x', 401)}}"}""").Body;

        JsonText.At(body, "/note")!.ShouldMatch(@"^\[[0-9a-f]{10}, 401 chars\]$");
    }

    [Test]
    public void A_field_name_that_is_no_name_is_not_readable() =>
        book.Request("""{"Maria Gomez":1,"ben-0001":2}""").Body.Text.ShouldMatch("""^\{"\[[0-9a-f]{10}, 11 chars\]":.*"\[[0-9a-f]{10}, 8 chars\]":""");

    [Test]
    public void Fingerprints_of_two_runs_do_not_tell_the_same_text()
    {
        using var other = new Closing(new Book());

        book.Request("""{"city":"Guatemala"}""").Body.Text.ShouldNotBe(other.Book.Request("""{"city":"Guatemala"}""").Body.Text);
    }

    [TestCase("/v1/things/secret-name?status=OPEN&city=X&flag", @"^/v1/things/\[[0-9a-f]{10}, 11 chars\]\?status=OPEN&city=\[[0-9a-f]{10}, 1 chars\]&flag$")]
    [TestCase("/v1/things/ben-0001", "^/v1/things/ben-0001$")]
    [TestCase("/v1/things/%62en-0001", "^/v1/things/ben-0001$")]
    [TestCase("/v1/Ana%20Perez-Lopez", @"^/v1/\[S1 full_name\]$")]
    [TestCase("http://user:pass@host:80/v1/x", @"^http://host:80/v1/\[[0-9a-f]{10}, 1 chars\]$")]
    public void Targets_show_words_of_the_api_and_minted_identifiers_only(string target, string kept) =>
        book.Request("", target: target).Target.ShouldMatch(kept);

    [TestCase("User-Agent", "okhttp/4.12", "okhttp/4.12")]
    [TestCase("X-Own", "anything", null)]
    [TestCase("Cookie", "id=7", null)]
    [TestCase("User-Agent", "agent s3cr3t/Value+42 x", "agent [client.secret] x")]
    public void Headers_outside_the_allow_list_become_fingerprints(string name, string value, string? kept)
    {
        var shown = book.Request("", headers: new Header(name, value)).Headers.Value(name)!;

        if (kept is null)
        {
            shown.ShouldMatch(@"^\[[0-9a-f]{10}, \d+ chars\]$");
        }
        else
        {
            shown.ShouldBe(kept);
        }
    }

    [Test]
    public void A_line_that_was_clean_is_masked_once_its_value_is_minted()
    {
        Show().ShouldBe("late-secret-1");
        book.Minted.Register("token-1", "late-secret-1", MintedKind.Secret);

        Show().ShouldBe("[token-1]");

        string Show() => book.Request("", headers: new Header("User-Agent", "late-secret-1")).Headers.Value("User-Agent")!;
    }

    [Test]
    public void A_form_is_redacted_field_by_field()
    {
        var request = book.Request("id=client-77&status=a+b&client_secret=s3cr3t%2FValue%2B42&x=1", "application/x-www-form-urlencoded");

        request.Body.Format.ShouldBe(BodyFormat.Form);
        request.Body.Text.ShouldMatch(@"^id=client-77&status=a b&client_secret=\[client\.secret\]&x=\[[0-9a-f]{10}, 1 chars\]$");
    }

    [TestCase("""{"status":"OPEN" """, BodyFormat.MalformedJson)]
    [TestCase("""{"status":"OPEN"} {}""", BodyFormat.MalformedJson)]
    [TestCase("{\"status\":\"\\ud800\"}", BodyFormat.MalformedJson)]
    [TestCase("", BodyFormat.None)]
    public void What_claims_to_be_json_and_is_not_is_kept_as_a_fingerprint(string body, BodyFormat format)
    {
        var kept = book.Request(body).Body;

        kept.Format.ShouldBe(format);
        kept.Text.ShouldNotContain("OPEN");
    }

    [Test]
    public void Bytes_that_are_no_text_are_kept_as_length_and_digest()
    {
        var kept = book.Request([0xff, 0xfe, 0x00, 0x80], "application/octet-stream").Body;

        (kept.Length, kept.Format).ShouldBe((4, BodyFormat.Other));
        kept.Digest.Length.ShouldBe(16);
    }

    [Test]
    public void Invalid_utf8_within_json_is_malformed() =>
        book.Request([.. "{\"status\":\""u8, 0xff, .. "\"}"u8]).Body.Format.ShouldBe(BodyFormat.MalformedJson);

    [Test]
    public void Json_nested_deeper_than_any_reader_goes_is_malformed()
    {
        var deep = new string('[', 5000) + new string(']', 5000);

        book.Request(deep).Body.Format.ShouldBe(BodyFormat.MalformedJson);
        book.Request(new string('[', 60) + new string(']', 60)).Body.Format.ShouldBe(BodyFormat.Json);
    }

    [Test]
    public void A_huge_body_is_cut_and_the_cut_is_marked()
    {
        var items = string.Join(',', Enumerable.Repeat("\"word\"", 100_000));

        var kept = book.Request($$"""{"tags":[{{items}}]}""").Body;

        (kept.Text.Length, kept.Cut, kept.Length).ShouldBe((65536, true, 700_010));
    }

    [Test]
    public void Equal_bytes_have_equal_digests_and_others_do_not()
    {
        string[] digests = [.. new[] { "{\"id\":\"a\"}", "{\"id\":\"a\"}", "{ \"id\":\"a\"}" }.Select(body => book.Request(body).Body.Digest)];

        digests[1].ShouldBe(digests[0]);
        digests[2].ShouldNotBe(digests[0]);
    }

    [Test]
    public void The_keyed_digest_is_siphash_as_published()
    {
        byte[] key = [.. Enumerable.Range(0, 16).Select(value => (byte)value)];

        new KeyedDigest(key).Of([.. Enumerable.Range(0, 15).Select(value => (byte)value)]).ShouldBe("a129ca6149be45e5");
    }

    [Test]
    public void A_message_for_a_reader_keeps_its_words_and_loses_its_secrets()
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"client-77:{Book.Secret}"));

        var ended = book.Recorder.Record(new RawOperationEnd { Of = 2, Outcome = Outcome.Failed, Message = $"refused: {Book.Person} with {basic}" });

        ended.Message!.ShouldStartWith("refused: [S1 full_name] with ");
        ended.Message!.ShouldNotContain(basic);
    }

    [Test]
    public void What_comes_beside_an_answer_is_searched_for_secrets_alone_and_not_kept()
    {
        var ended = book.Recorder.Record(new RawOperationEnd { Of = 2, Outcome = Outcome.Succeeded, Result = "{}", Beside = $$"""{"debug":"{{Book.Secret}} of {{Book.Person}}"}""" });

        ended.Facts.Select(fact => (fact.Name, fact.Where)).ShouldBe([("client.secret", "beside")]);
        ended.Result.ShouldBe("{}");
    }

    private sealed class Closing(Book book) : IDisposable
    {
        public Book Book => book;

        public void Dispose() => book.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
