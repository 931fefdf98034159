namespace Readiness.Configuration.Tests;

/// <summary>Everything that is wrong in a mapping file is told at once, with its line and what to write instead.</summary>
public sealed class MappingFileTests
{
    private const string Outcomes = """ "outcomes": [{ "status": "2xx", "outcome": "succeeded" }] """;

    private static readonly Dictionary<string, IReadOnlyList<string>> Operations = new()
    {
        ["order.place"] = ["customer", "lines"],
        ["order.status"] = ["order_id"],
    };

    [Test]
    public void A_file_that_names_production_is_refused_with_its_line() =>
        Problems($$"""
            {
              // It ran against https://api.toy.example/v2 before.
              "operations": { "order.status": { "request": { "path": "/orders" } } },
              {{Outcomes}}
            }
            """).ShouldBe(["orders.json:2 | driver.mapping | it names the production host api.toy.example | no production host anywhere in the configuration | write the address of a test system there, or none"]);

    [Test]
    public void All_problems_are_told_at_once()
    {
        var problems = Problems("""
            {
              "outcome": [],
              "operations": {
                "order.plaec": {
                  "request": { "method": "post", "path": "orders?x=1", "body": { "c": "{custmer.name}", "l": { "$each": "{lines}" } } },
                  "outcomes": [{ "status": "twohundred", "outcome": "ok" }, { "where": { "data.state": 1 }, "outcome": "failed" }],
                  "result": { "id": "data.id", "n": 5 },
                  "resutl": {}
                },
                "order.status": {
                  "request": { "path": "/orders/{order_id", "when": "{saved.x}" },
                  "message": "$json",
                  "outcomes": [{ "status": 200 }]
                }
              }
            }
            """);

        problems.ShouldBe(
        [
            "orders.json:2 | outcome | there is no such key here | $schema, outcomes, message, error, operations | write outcomes, or remove it",
            "orders.json:4 | operations.order.plaec | the profile has no such operation | order.place, order.status | write order.place",
            "orders.json:5 | operations.order.plaec.request.method | 'post' is not one of the choices | GET or POST or PUT or PATCH or DELETE | write POST",
            "orders.json:5 | operations.order.plaec.request.path | 'orders?x=1' does not begin with a slash | a path below driver.url, such as /patients | write /orders?x=1",
            "orders.json:5 | operations.order.plaec.request.body.l | $each and $item belong together | $each for the list, $item for what becomes of each element | add the one that is missing",
            "orders.json:6 | operations.order.plaec.outcomes.0.status | the text 'twohundred' is no status | a status code such as 409, a class such as 2xx, or a list of these | write a status from 100 to 599",
            "orders.json:6 | operations.order.plaec.outcomes.0.outcome | 'ok' is not one of the choices | succeeded or failed or pending or unknown or unsupported | write failed",
            "orders.json:6 | operations.order.plaec.outcomes.1.where.data.state | 'data.state' is no JSON Pointer | a JSON Pointer such as /data/state | write /data/state",
            "orders.json:7 | operations.order.plaec.result.id | the text 'data.id' names no value of an answer | a JSON Pointer such as /data/id, or a template such as {sponsor_slug} | write /data/id",
            "orders.json:7 | operations.order.plaec.result.n | 5 names no value of an answer | a JSON Pointer such as /data/id, or a template such as {sponsor_slug} | name where the answer has it",
            "orders.json:8 | operations.order.plaec.resutl | there is no such key here | request, requests, outcomes, message, error, result | write result, or remove it",
            "orders.json:11 | operations.order.status.request.path | a { is not closed in '/orders/{order_id' | references such as {sponsor_slug}, {saved.id} or {item.code}; a brace itself is written {{ | close the brace, or write it twice",
            "orders.json:11 | operations.order.status.request.when | nothing is saved as 'x' by an earlier request | a name from the save of an earlier request | save it, or name a member of the input",
            "orders.json:12 | operations.order.status.message | '$json' is no place in an answer | a JSON Pointer such as /data/state or $text | write /json",
            "orders.json:13 | operations.order.status.outcomes.0.outcome | outcome is missing | succeeded or failed or pending or unknown or unsupported | set outcome",
        ],
        ignoreOrder: true);
    }

    [TestCase("""{ "path": "/a/{custoemr}" }""", "path | the input of this operation has no 'custoemr' | customer, lines | write customer")]
    [TestCase("""{ "path": "/a/{item.x}" }""", "path | {item.x} stands outside a $item | {item} within $each only | name a member of the input")]
    [TestCase("""{ "path": "/a", "url": "{saved.x}" }""", "url | there are both a path and a url | one of the two | remove one of them")]
    [TestCase("""{ "url": "{saved.x}" }""", "url | nothing is saved as 'x' by an earlier request | a name from the save of an earlier request | save it, or name a member of the input")]
    [TestCase("""{ }""", "path | path is missing | the path below driver.url, such as /patients/{beneficiary_id} | set path")]
    [TestCase("""{ "path": "/a", "body": {} }""", "method | a GET carries no body | POST, PUT, PATCH or DELETE beside a body | set method, or move the values to query")]
    [TestCase("""{ "path": "/a", "headers": { "Authorization": "Bearer abc" } }""", "headers.Authorization | a credential has no place in this file | driver.headers with env:NAME | set driver.headers.Authorization to env:NAME in the configuration")]
    [TestCase("""{ "path": "/a", "poll": { "everySeconds": 1 } }""", "poll.until | until is missing | what an answer is like that is asked for no more | set until, such as { \"where\": { \"/state\": [\"DONE\", \"FAILED\"] } }")]
    [TestCase("""{ "path": "/a", "poll": { "until": { "status": 200 }, "forSeconds": 0 } }""", "poll.forSeconds | 0 is no such time | seconds from 1 to 3600 | write such a number, or leave it out for 60")]
    [TestCase("""{ "path": "/a", "continueWhen": {} }""", "continueWhen | nothing says which answers are meant | status, where, or both | add status, such as 2xx")]
    [TestCase("""{ "path": "/a", "when": { "customer": { "exist": true } } }""", "when.customer.exist | there is no such key here | exists, not | write exists, or remove it")]
    [TestCase("""{ "path": "/a", "when": { "customer": null } }""", "when.customer | it is null | a text, a number, true, false, or a list of these; { \"exists\": false } for a value that is not there, or null | write one of these")]
    [TestCase("""{ "path": "/a", "save": { "x": "header" } }""", "save.x | 'header' is no place in an answer | a JSON Pointer such as /data/state or header:NAME or $status | write /header")]
    [TestCase("""{ "method": "POST", "path": "/a", "body": { "a": { "$from": "{lines}" } } }""", "body.a | nothing says into what it is converted | $map or $as beside $from | add one, or write the value without $from")]
    [TestCase("""{ "method": "POST", "path": "/a", "body": { "a": { "$frm": "{lines}" } } }""", "body.a.$frm | a name with $ means something to the harness, and not this one here | $each with $item, or $from with $map, $otherwise and $as | write $from, or remove it")]
    [TestCase("""{ "path": "/a", "path": "/b" }""", "path | the key stands in line 1 already | every key once | remove one of the two")]
    [TestCase("""[]""", " | it is a list | an object | write { … }")]
    public void A_request_that_cannot_be_made_is_told(string request, string expected)
    {
        var problems = Problems($$"""{ {{Outcomes}}, "operations": { "order.place": { "request": {{request}} } } }""");

        problems.ShouldBe([$"orders.json:1 | operations.order.place.request{(expected.StartsWith(' ') ? "" : ".")}{expected}"]);
    }

    [TestCase("""{ "operations": {} }""", "orders.json:1 | operations | no operation is mapped | operations, such as order.place | map at least one")]
    [TestCase("""{ "operations": { "order.place": { "request": { "path": "/a" } } } }""", "orders.json:1 | outcomes | nothing says which answers mean which outcome | a list such as [{ \"status\": \"2xx\", \"outcome\": \"succeeded\" }], here or for all operations at the top of the file | write outcomes")]
    [TestCase("""{ "outcomes": [{ "status": 200, "outcome": "failed" }], "operations": { "order.place": { } } }""", "orders.json:1 | operations.order.place | nothing says what is asked of the API | request for one request, or requests for a list of them | write one of the two")]
    [TestCase("{\n \"operations\": {,} }", "orders.json:2 | driver.mapping | ',' is an invalid start of a property name. Expected a '\"'. | JSON; comments and trailing commas are allowed | correct the file at that line")]
    [TestCase("[]", "orders.json:1 | driver.mapping | it is a list | an object | write { … }")]
    [TestCase("", "orders.json:1 | driver.mapping | The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true. | JSON; comments and trailing commas are allowed | correct the file at that line")]
    public void A_file_that_maps_nothing_is_told(string json, string expected) => Problems(json).ShouldBe([expected]);

    [Test]
    public void A_file_that_is_not_there_is_told()
    {
        using var bench = Mapped();

        bench.Problems().ShouldBe([$"--driver.mapping | driver.mapping | there is no file {Path.Combine(bench.Folder, "orders.json")} | a JSON file in UTF-8, of at most 1 MiB; its path starts from the folder of the configuration file | create it, or correct its name; docs/driver-mapping.md shows one"]);
    }

    [Test]
    public void A_mapping_belongs_to_its_kind()
    {
        using var without = Workbench.Complete().File("""{ "driver": { "kind": "mapping" } }""");
        using var other = Workbench.Complete().File("""{ "driver": { "mapping": "orders.json" } }""").File($$"""{ {{Outcomes}}, "operations": { "x": { "request": { "path": "/a" } } } }""", "orders.json");

        without.Problems().ShouldBe(["readiness.json:1 | driver.mapping | nothing says how the API is asked | a JSON file; docs/driver-mapping.md shows one | set driver.mapping"]);
        other.Problems().ShouldBe(["readiness.json:1 | driver.mapping | there is a mapping, and driver.kind is http | driver.kind mapping beside it | set driver.kind to mapping, or remove driver.mapping"]);
    }

    private static IReadOnlyList<string> Problems(string json)
    {
        using var bench = Mapped().File(json, "orders.json");
        return bench.Problems();
    }

    private static Workbench Mapped() => Workbench.Complete()
        .With(sources => sources with { Profiles = [sources.Profiles[0] with { Operations = Operations }] })
        .Option("driver.kind", "mapping").Option("driver.mapping", "orders.json");
}
