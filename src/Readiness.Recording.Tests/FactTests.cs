using System.Text;

namespace Readiness.Recording.Tests;

/// <summary>Which minted value was seen where, and in which encoding.</summary>
internal sealed class FactTests
{
    private Book book = null!;

    [SetUp]
    public void Open() => book = new Book();

    [TearDown]
    public async Task Close() => await book.DisposeAsync();

    [TestCase("""{"list":[{"who":"ben-0001"}]}""", "beneficiary_id", "S1", "body:/list/0/who", "exact")]
    [TestCase("""{"a":{"b":1},"c":["x","Ana Perez-Lopez"]}""", "full_name", "S1", "body:/c/1", "exact")]
    [TestCase("""{"doc":100200300}""", "document_number", "S1", "body:/doc", "exact")]
    [TestCase("""{"doc":"no. 100200300!"}""", "document_number", "S1", "body:/doc", "part")]
    [TestCase("""{"q":"Ana%20Perez-Lopez"}""", "full_name", "S1", "body:/q", "url")]
    [TestCase("""{"q":"\u0041na Perez-Lopez"}""", "full_name", "S1", "body:/q", "exact")]
    [TestCase("""{"x_100200300":1}""", "document_number", "S1", "body:", "part")]
    [TestCase("""["ben-0001"]""", "beneficiary_id", "S1", "body:/0", "exact")]
    [TestCase("""{"broken":"100200300" """, "document_number", "S1", "body", "part")]
    public void A_value_in_a_body_is_told_with_its_place(string body, string name, string stimulus, string where, string encoding) =>
        Seen(book.Request(body)).ShouldBe([(name, stimulus, where, encoding)]);

    [Test]
    public void A_secret_is_found_in_base64_at_every_alignment_and_in_hex()
    {
        foreach (var prefix in new[] { "", "a", "ab", "abc" })
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{prefix}{Book.Secret}zz"));
            Seen(book.Request($$"""{"note":"{{text}}"}""")).ShouldBe([("client.secret", null, "body:/note", "base64")]);
        }

        foreach (var text in new[] { Convert.ToHexString(Encoding.UTF8.GetBytes(Book.Secret)), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Book.Secret)) })
        {
            Seen(book.Request($$"""{"note":"{{text}}"}""")).ShouldBe([("client.secret", null, "body:/note", "hex")]);
        }
    }

    [TestCase("client-77:s3cr3t/Value+42")]
    [TestCase("client-77:s3cr3t%2FValue%2B42")]
    public void Both_halves_of_basic_credentials_are_told_percent_encoded_or_not(string pair)
    {
        var request = book.Request("", headers: new Header("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}"));

        request.Headers.Value("Authorization").ShouldBe("Basic [client.id]:[client.secret]");
        Seen(request).ShouldBe([("client.id", null, "header:Authorization", "basic"), ("client.secret", null, "header:Authorization", "basic")]);
    }

    [Test]
    public void A_value_in_the_answer_to_a_delivery_is_told()
    {
        var answer = book.Recorder.Record(new RawDeliveryAnswer
        {
            Of = 1,
            At = TimeSpan.Zero,
            LastByteSentAt = TimeSpan.Zero,
            LastByteAt = TimeSpan.Zero,
            Status = 200,
            Headers = [new Header("X-Patient", "100200300")],
            Body = Encoding.UTF8.GetBytes("""{"who":"Ana Perez-Lopez"}"""),
        });

        answer.Facts.Select(fact => (fact.Name, fact.Where)).ShouldBe([("document_number", "header:X-Patient"), ("full_name", "body:/who")]);
    }

    [Test]
    public void A_bearer_token_is_told_and_masked()
    {
        book.Minted.Register("token-3", "opaque-token-value-3", MintedKind.Secret);

        var request = book.Request("", headers: new Header("Authorization", "Bearer opaque-token-value-3"));

        request.Headers.Value("Authorization").ShouldBe("Bearer [token-3]");
        Seen(request).ShouldBe([("token-3", null, "header:Authorization", "exact")]);
    }

    [Test]
    public void Path_query_header_and_form_are_told_apart()
    {
        var request = book.Request("doc=100200300", "application/x-www-form-urlencoded", "/v1/things/ben-0001?who=Ana%20Perez-Lopez", new Header("X-Id", "ben-0001"));

        Seen(request).ShouldBe(
        [
            ("beneficiary_id", "S1", "path", "exact"),
            ("full_name", "S1", "query:who", "exact"),
            ("beneficiary_id", "S1", "header:X-Id", "exact"),
            ("document_number", "S1", "body:doc", "exact"),
        ]);
    }

    [Test]
    public void A_line_seen_again_has_its_facts_again()
    {
        Header[] headers = [new("X-Id", "ben-0001")];

        Seen(book.Request("", headers: headers)).ShouldBe(Seen(book.Request("", headers: headers)));
        Seen(book.Request("", headers: headers)).Count.ShouldBe(1);
    }

    [Test]
    public void Values_found_before_json_breaks_off_are_told_once() =>
        Seen(book.Request("""{"a":"Ana Perez-Lopez","b": oops""")).ShouldBe([("full_name", "S1", "body", "part")]);

    private static List<(string Name, string? Stimulus, string Where, string Encoding)> Seen(RequestReceived request) =>
        [.. request.Facts.Select(fact => (fact.Name, fact.Stimulus, fact.Where, fact.Encoding))];
}
