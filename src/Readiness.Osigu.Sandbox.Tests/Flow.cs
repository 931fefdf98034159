using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox.Tests;

/// <summary>The steps of the documented flows in one line each.</summary>
internal static class Flow
{
    public const string Sync = "sponsor-sandbox";
    public const string Async = "sponsor-sandbox-async";
    public const string Dominican = "sponsor-sandbox-do";
    public const string WithIndication = "sponsor-sandbox-indication";

    extension(Client client)
    {
        public Answer Search(string sponsor, IReadOnlyDictionary<string, string> fields) =>
            client.Post($"/v1/sponsors/{sponsor}/search", new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));

        public Product Product(string? stimulus = "S1", ProductType type = ProductType.Medication, ProductRule? rule = null) =>
            client.Sandbox.Fixtures.MintProduct(stimulus, type, rule ?? ProductRule.Approve);

        public Answer Initiate(Beneficiary person, params IEnumerable<Product> products) => client.Post("/arc/v1/authorization-requests", Request(person.Id, person.SponsorSlug, products));

        /// <summary>Initiates and completes a request, and gives its identifier with the answer to <c>complete</c>.</summary>
        public (string Id, Answer Completed) Authorize(Beneficiary person, params IEnumerable<Product> products)
        {
            var id = client.Initiate(person, products).Must(201).Text("authorization_request_id");
            return (id, client.Post($"/arc/v1/authorization-requests/{id}/complete", "{}"));
        }

        /// <summary>The code of one approved product.</summary>
        public string ApprovedCode(Beneficiary person) =>
            client.Authorize(person, client.Product()).Completed.Must(200).List("authorizations")[0]!["authorization_code"]!.ToString();

        public Answer Start(string code, string? beneficiaryId) =>
            client.Post("/dispensing/v1/dispensations", new JsonObject { ["code"] = code, ["beneficiary_id"] = beneficiaryId });

        public Answer Finish(string dispensationId) => client.Post(
            $"/dispensing/v1/dispensations/{dispensationId}/complete",
            new JsonObject { ["amount"] = 25.00m, ["document_number"] = "F-1", ["document_date"] = "2026-07-01T12:00:00Z" });

        public Beneficiary Person(string sponsor = Sync, string? stimulus = "S1") => client.Sandbox.Fixtures.MintBeneficiary(stimulus, sponsor);
    }

    public static JsonObject Request(string beneficiaryId, string sponsor, IEnumerable<Product> products) => new()
    {
        ["beneficiary_id"] = beneficiaryId,
        ["sponsor_slug"] = sponsor,
        ["diagnosis_code"] = "R51",
        ["professional_license_number"] = "RM-77",
        ["authorization_type"] = "PRESCRIPTION",
        ["products"] = Lines(products),
    };

    public static JsonArray Lines(IEnumerable<Product> products) =>
    [
        .. products.Select(product => (JsonNode)new JsonObject
        {
            ["product_code"] = product.Code,
            ["product_type"] = product.Type.ToString().ToUpperInvariant(),
            ["quantity"] = 2,
            ["posology"] = "1 cada 8 h",
            ["duration_days"] = 7,
        }),
    ];
}
