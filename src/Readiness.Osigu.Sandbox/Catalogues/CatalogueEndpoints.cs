using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>What can be prescribed, diagnosed and ordered at all.</summary>
internal sealed class CatalogueEndpoints(OsiguWorld world)
{
    private static readonly (string Code, string Description)[] Diagnoses =
    [
        ("R51", "Headache"), ("J00", "Acute nasopharyngitis"), ("I10", "Essential (primary) hypertension"), ("E11", "Type 2 diabetes mellitus"),
        ("J45", "Asthma"), ("K29", "Gastritis and duodenitis"), ("M54", "Dorsalgia"), ("N39", "Other disorders of urinary system"),
    ];

    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Get("/medical-catalogs/v1/diagnoses", "list-diagnoses", ListDiagnoses),
        Endpoint.Get("/medical-catalogs/v1/medications", "list-medications", ListMedications),
        Endpoint.Get("/arc/v1/products", "list-products", ListProducts),
    ];

    /// <summary>A product as catalogues show it.</summary>
    public static JsonObject Shown(Product product, Words words) => new()
    {
        ["product_code"] = product.Code,
        ["product_name"] = product.Name,
        ["product_type"] = words.Of(product.Type),
    };

    /// <summary>Products of the type and the text that the call asks for.</summary>
    public static IEnumerable<Product> Asked(OsiguCall call, IEnumerable<Product> products)
    {
        var query = call.Query.GetValueOrDefault("query", "");
        var type = call.Query.GetValueOrDefault("product_type", "");
        return products.Where(product =>
            (type.Length == 0 || Words.TypeOf(type) == product.Type)
            && (query.Length == 0 || product.Code.Contains(query, StringComparison.OrdinalIgnoreCase) || product.Name.Contains(query, StringComparison.OrdinalIgnoreCase)));
    }

    private Reply ListDiagnoses(OsiguCall call)
    {
        var query = call.Query.GetValueOrDefault("query", "");
        var found = Diagnoses.Where(diagnosis =>
            diagnosis.Code.Contains(query, StringComparison.OrdinalIgnoreCase) || diagnosis.Description.Contains(query, StringComparison.OrdinalIgnoreCase));
        return Page.Of(call, found.Select(diagnosis => new JsonObject { ["diagnosis_code"] = diagnosis.Code, ["description"] = diagnosis.Description }), world.Options.LargestPage);
    }

    private Reply ListMedications(OsiguCall call) => List(call, world.Products.All.Where(product => product.Type == ProductType.Medication));

    private Reply ListProducts(OsiguCall call) => List(call, world.Products.All);

    private Reply List(OsiguCall call, IEnumerable<Product> products) =>
        Page.Of(call, Asked(call, products).Select(product => Shown(product, world.Words)), world.Options.LargestPage);
}
