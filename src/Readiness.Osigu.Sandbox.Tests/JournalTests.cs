using System.Text;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox.Tests;

/// <summary>What a journal of Osigu's traffic shows and hides.</summary>
public sealed class JournalTests
{
    [Test]
    public async Task Names_documents_and_dosages_are_hidden_and_identifiers_stay()
    {
        using var client = new Client();
        var person = client.Sandbox.Fixtures.MintBeneficiary("S1", Flow.Sync, dependants: [Coverage.Active]);
        var product = client.Product();
        await using var recorder = Recorder(client);

        var (id, completed) = client.Authorize(person, product);
        string[] shown =
        [
            Shown(recorder, client.Search(Flow.Sync, person.Fields)),
            Shown(recorder, completed),
            Shown(recorder, client.Get($"/ehr/v1/patients?document_number={client.Sandbox.Fixtures.MintPatient("S1", known: true).Fields["document_number"]}")),
        ];

        shown[0].ShouldContain($"\"beneficiary_id\":\"{person.Id}\"");
        shown[0].ShouldContain("\"last_name\":\"[S1 last_name]\"");
        shown[0].ShouldContain("\"active\":true,\"effective_until\":\"2027-09-01\"");
        shown[1].ShouldContain($"\"authorization_request_id\":\"{id}\"");
        shown[1].ShouldContain($"\"product_code\":\"{product.Code}\",\"quantity\":2");
        shown[2].ShouldContain("\"date_of_birth\":\"[S1 date_of_birth]\"");
        shown.ShouldAllBe(text => !text.Contains("1 cada 8 h", StringComparison.Ordinal));
        shown.ShouldAllBe(text => !person.Dependants.Prepend(person).Any(one => text.Contains(one.LastName, StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_token_is_masked_and_named_wherever_it_stands()
    {
        using var client = new Client();
        await using var recorder = Recorder(client);
        var answer = client.Token().Must(200);

        var request = recorder.Record(new RawRequest
        {
            At = TimeSpan.Zero,
            BodyAt = TimeSpan.Zero,
            Connection = "c1",
            Method = "GET",
            Target = "/v1/sponsors",
            Headers = [new Header("Authorization", $"Bearer {answer.Text("access_token")}")],
            Body = Array.Empty<byte>(),
        });

        Shown(recorder, answer).ShouldContain("\"access_token\":\"[token-1]\",\"token_type\":\"bearer\",\"expires_in\":3600");
        request.Facts.Single().Name.ShouldBe("token-1");
        request.Headers.Single().Value.ShouldBe("Bearer [token-1]");
    }

    [Test]
    public async Task Facts_name_the_field_and_the_stimulus_of_a_request()
    {
        using var client = new Client();
        var person = client.Person(stimulus: "S5");
        await using var recorder = Recorder(client);

        var request = recorder.Record(new RawRequest
        {
            At = TimeSpan.Zero,
            BodyAt = TimeSpan.Zero,
            Connection = "c1",
            Method = "POST",
            Target = "/arc/v1/authorization-requests",
            Headers = [new Header("Content-Type", "application/json")],
            Body = Encoding.UTF8.GetBytes(Flow.Request(person.Id, Flow.Sync, [client.Product("S5")]).ToJsonString()),
        });

        request.Facts.Select(fact => (fact.Name, fact.Stimulus, fact.Where)).ShouldBe(
            [("beneficiary_id", "S5", "body:/beneficiary_id"), ("product_code", "S5", "body:/products/0/product_code")]);
    }

    [TestCase("first_name")]
    [TestCase("last_name")]
    [TestCase("document_number")]
    [TestCase("member_id")]
    [TestCase("date_of_birth")]
    [TestCase("posology")]
    [TestCase("email")]
    [TestCase("message")]
    [TestCase("doctor_name")]
    [TestCase("professional_license_number")]
    [TestCase("access_token")]
    [TestCase("content_base64")]
    public void What_a_person_could_be_known_by_is_never_readable(string field) => OsiguDisclosure.Create().Fields.Contains(field).ShouldBeFalse();

    [Test]
    public void Every_word_of_every_address_is_readable()
    {
        using var client = new Client();
        string[] addresses =
        [
            "/v1/oauth/token", "/v1/sponsors/sponsor-sandbox/search", "/v1/sponsors/sponsor-sandbox-do/forms", "/arc/v1/sponsors/sponsor-sandbox-async/configuration",
            "/arc/v1/authorization-requests/complete", "/arc/v1/authorization-requests/indications", "/arc/v1/authorizations/void", "/dispensing/v1/dispensations",
            "/arc/v1/outpatient-care-claim", "/v3/settlements/pending-authorizations", "/v3/settlements/dispatch", "/v3/settlements/documents",
            "/ehr/v1/patients", "/ehr/v1.1/prescriptions", "/medical-catalogs/v1/diagnoses", "/medical-catalogs/v1/medications", "/arc/v1/providers/products",
            "/webhooks/v1/subscriptions",
        ];

        var words = OsiguDisclosure.Create().PathSegments;

        addresses.SelectMany(address => address.Split('/', StringSplitOptions.RemoveEmptyEntries)).ShouldAllBe(segment => words.Contains(segment));
    }

    private static JournalRecorder Recorder(Client client) => new(
        client.Clock,
        client.Clock.GetTimestamp(),
        new RunStarted { At = TimeSpan.Zero, Profile = "osigu", Pace = "compressed", StartedAt = client.Clock.GetUtcNow(), HarnessVersion = "0" },
        OsiguDisclosure.Create(),
        client.Minted,
        path: null);

    private static string Shown(JournalRecorder recorder, Answer answer)
    {
        recorder.Record(new RawResponse
        {
            Of = 1,
            At = TimeSpan.Zero,
            LastByteAt = TimeSpan.Zero,
            Status = answer.Status,
            Headers = answer.Raw.Headers,
            Body = answer.Raw.Body,
            Transmission = Transmission.Complete,
        });
        return recorder.Snapshot().Entries.OfType<ResponseSent>().Last().Body.Text;
    }
}
