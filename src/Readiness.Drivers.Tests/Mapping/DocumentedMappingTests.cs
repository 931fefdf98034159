using Readiness.Drivers.Mapping;
using Readiness.Drivers.Tests.Http;
using Readiness.Recording;

namespace Readiness.Drivers.Tests.Mapping;

/// <summary>The example in <c>docs/driver-mapping.md</c> does what the page says.</summary>
public sealed class DocumentedMappingTests
{
    private const string Order = """
        {"sponsor_slug":"acme","diagnosis_code":"J00","indication":null,"provider_branch_id":"b1","beneficiary":{"sponsor_slug":"acme","fields":{"document_number":"1 & 2/3"}},
         "products":[{"product_code":"M1","quantity":2,"posology":"\"daily\""}]}
        """;

    [Test]
    public async Task A_search_is_a_query_and_its_coverage_a_word()
    {
        await using var server = RawServer.Answering(("GET /api/payers/acme%20%26%20co/members?document=1", RawServer.Reply(200, """{"data":[{"id":"m7","coverage":"ENDED"}]}""")));

        var answer = await Ask(server, "beneficiary.search", """{"sponsor_slug":"acme & co","fields":{"document_number":"1","card_number":null}}""");

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Succeeded, Result = """{"beneficiary_id":"m7","coverage_active":false}""" });
    }

    [Test]
    public async Task An_order_looks_the_person_up_and_waits_until_it_is_decided()
    {
        await using var server = RawServer.Answering(
            ("GET /api/payers/acme/members?document=1%20%26%202%2F3", RawServer.Reply(200, """{"data":[{"id":"m7"}]}""")),
            ("POST /api/orders", RawServer.Reply(202, "", "Location: /api/orders/9")),
            ("GET /api/orders/9", RawServer.Reply(200, """{"data":{"state":"IN_PROGRESS"}}""")),
            ("GET /api/orders/9", RawServer.Reply(200, """{"data":{"number":"9","state":"ACCEPTED","decisions":[{"code":"A1","accepted":true,"why":null,"lines":[{"sku":"M1","pieces":"2"}]}]}}""")));

        var answer = await Ask(server, "authorization.request", Order);

        answer.ShouldBe(new DriverAnswer
        {
            Outcome = Outcome.Succeeded,
            Result = """{"authorization_request_id":"9","status":"approved","authorizations":[{"authorization_code":"A1","status":"APPROVED","products":[{"product_code":"M1","quantity":2}]}]}""",
        });
        server.Requests.Count.ShouldBe(4);
        server.Requests[1].ShouldContain("X-Branch: b1\r\n");
        server.Requests[1].ShouldEndWith(
            "\r\n\r\n" + """{"member":"m7","diagnosis":{"system":"ICD-10","code":"J00"},"note":"Ordered for acme","lines":[{"sku":"M1","pieces":2,"use":"\u0022daily\u0022"}]}""");
    }

    [Test]
    public async Task A_person_whom_nobody_knows_ends_it_with_the_first_request()
    {
        await using var server = RawServer.Answering(("GET /api/payers/acme/members?document=1%20%26%202%2F3", RawServer.Reply(404, """{"errors":[{"text":"Nobody.","code":"071-404","upstreamStatus":"404"}]}""")));

        var answer = await Ask(server, "authorization.request", Order);

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Failed, Message = "Nobody.", ErrorStatus = 404, ErrorCode = "071-404" });
        server.Requests.Count.ShouldBe(1);
    }

    [Test]
    public async Task Where_the_id_is_known_nobody_is_looked_up()
    {
        await using var server = RawServer.Answering(("POST /api/orders", RawServer.Reply(422, """{"detail":"The letter is missing."}""", "Content-Type: application/problem+json")));

        var answer = await Ask(server, "authorization.request", """{"sponsor_slug":"acme","beneficiary_id":"m7","diagnosis_code":"J00","products":[]}""");

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Failed, Message = "The letter is missing.", ErrorStatus = 422 });
        server.Requests[0].ShouldEndWith("\r\n\r\n" + """{"memberId":"m7","diagnosis":{"system":"ICD-10","code":"J00"},"note":"Ordered for acme","lines":[]}""");
    }

    [TestCase("", "GET /api/inbox/count")]
    [TestCase("\"event_id\":\"e1\"", "GET /api/inbox/count?event=e1")]
    public async Task A_count_may_be_a_text(string input, string request)
    {
        await using var server = RawServer.Answering((request, RawServer.Reply(200, """{"data":{"count":"12"}}""")));

        (await Ask(server, "effects.count", $"{{{input}}}")).Result.ShouldBe("""{"count":12}""");
    }

    private static async Task<DriverAnswer> Ask(RawServer server, string operation, string input)
    {
        using var driver = new MappingDriver(MappedFiles.Documented, server.Url, new Dictionary<string, string>(), TimeProvider.System);
        return await driver.Perform(operation, input, TimeSpan.FromSeconds(30), CancellationToken.None) with { Beside = null };
    }
}
