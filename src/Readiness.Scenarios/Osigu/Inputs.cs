using System.Text.Json.Nodes;
using Readiness.Osigu.Sandbox;

namespace Readiness.Scenarios.Osigu;

/// <summary>Inputs of operations: what a clerk knows, in the words of the driver protocol.</summary>
internal static class Inputs
{
    public const string Diagnosis = "R51";
    public const string License = "MP-10045";

    /// <summary>A person by what the sponsor's form asks for.</summary>
    public static JsonObject Reference(Beneficiary patient) => Reference(patient.SponsorSlug, patient.Fields);

    public static JsonObject Reference(string sponsor, IReadOnlyDictionary<string, string> fields) => new()
    {
        ["sponsor_slug"] = sponsor,
        ["fields"] = Object(fields),
    };

    /// <summary>What an authorization request needs beside the person.</summary>
    public static JsonObject Request(string sponsor, IEnumerable<Product> products, string? indication)
    {
        var lines = products.ToArray();
        return new JsonObject
        {
            ["sponsor_slug"] = sponsor,
            ["diagnosis_code"] = Diagnosis,
            ["products"] = new JsonArray([.. lines.Select(Line)]),
            ["indication"] = indication,
            ["professional_license_number"] = License,
            ["service_type_code"] = "outpatient",
            ["authorization_type"] = lines[0].Type == ProductType.Lab ? "LAB_ORDER" : "PRESCRIPTION",
            ["provider_branch_id"] = "branch-01",
        };
    }

    /// <summary>What a claim needs beside the person.</summary>
    public static JsonObject Claim(string sponsor, IEnumerable<Product> products) => new()
    {
        ["sponsor_slug"] = sponsor,
        ["diagnosis_code"] = Diagnosis,
        ["line_items"] = new JsonArray([.. products.Select(Line)]),
    };

    public static JsonObject Line(Product product) => new()
    {
        ["product_code"] = product.Code,
        ["product_type"] = TypeName(product.Type),
        ["quantity"] = 2,
        ["posology"] = "1 every 8 hours",
    };

    /// <summary>A medication as a doctor writes it.</summary>
    public static JsonObject Medication(Product product) => new()
    {
        ["product_code"] = product.Code,
        ["quantity"] = 1,
        ["posology"] = "1 every 12 hours",
        ["duration_days"] = 7,
    };

    public static JsonObject Object(IReadOnlyDictionary<string, string> fields)
    {
        var result = new JsonObject();
        foreach (var (key, value) in fields)
        {
            result[key] = value;
        }

        return result;
    }

    public static string TypeName(ProductType type) => type switch
    {
        ProductType.Medication => "MEDICATION",
        ProductType.Lab => "LAB",
        ProductType.Imaging => "IMAGING",
        _ => "PROCEDURE",
    };
}
