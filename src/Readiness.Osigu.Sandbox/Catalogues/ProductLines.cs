using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Readiness.Osigu.Sandbox;

/// <summary>A product that was asked for, in a quantity.</summary>
/// <param name="Posology">As the client wrote it; handed back unread.</param>
public sealed record ProductLine(Product Product, decimal Quantity, string? Posology)
{
    internal JsonObject Shown() => new() { ["product_code"] = Product.Code, ["quantity"] = Quantity, ["posology"] = Posology };
}

/// <summary>Reads lists of products and codes of diagnoses, with the refusals that all families share.</summary>
internal static partial class ProductLines
{
    /// <summary>The lines of a list; with no product unless every one of them is registered.</summary>
    /// <param name="typed">True where every line must name its product type.</param>
    public static (IReadOnlyList<ProductLine> Lines, Reply.Refusal? Refusal) Read(OsiguWorld world, RequestFields body, string list, bool typed)
    {
        var asked = body.Objects(list)
            .Select((line, index) => (Line: line, Code: line.Text("product_code"), Quantity: line.PositiveNumber("quantity"), Type: typed ? line.Text("product_type") : null))
            .ToList();
        if (body.Refusal is { } missing)
        {
            return ([], missing);
        }

        if (asked.Any(line => world.Products.Usable(line.Code) is null))
        {
            return ([], NotRegistered(world, list, [.. asked.Select(line => line.Code)]));
        }

        foreach (var (line, code, _, type) in asked.Where(line => line.Type is not null && Words.TypeOf(line.Type) != world.Products.Find(line.Code)!.Type))
        {
            line.Problem("product_type", "is not the product's type");
        }

        return ([.. asked.Select(line => new ProductLine(world.Products.Usable(line.Code)!, line.Quantity, line.Line.OptionalText("posology")))], body.Refusal);
    }

    /// <summary>The code of the diagnosis, in either of the documented shapes: <c>diagnosis_code</c>, or a list of <c>code</c> or <c>diagnosis_code</c>.</summary>
    public static string Diagnosis(RequestFields body)
    {
        var (holder, name) = body.Has("diagnosis_code") || !body.Has("diagnoses") ? (body, "diagnosis_code")
            : body.Objects("diagnoses") is [var first, ..] ? (first, first.Has("code") ? "code" : "diagnosis_code")
            : (body, "diagnoses");
        var code = holder.OptionalText(name) ?? "";
        if (code.Length == 0)
        {
            holder.Problem(name, "is required");
        }
        else if (!Icd10().IsMatch(code))
        {
            holder.Problem(name, "is not an ICD-10 code");
        }

        return code;
    }

    private static Reply.Refusal NotRegistered(OsiguWorld world, string list, IReadOnlyList<string> codes) =>
        new(422, "071-104", "product not registered for the provider")
        {
            Fields = [.. codes.Index().Where(code => world.Products.Usable(code.Item) is null).Select(code => new FieldProblem($"{list}[{code.Index}].product_code", "is not registered"))],
            Looked = codes.Any(code => world.Products.Find(code) is null)
                ? "a product code that is not in the global catalogue"
                : "a product of the global catalogue that is not among the provider's products",
        };

    [GeneratedRegex(@"^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Icd10();
}
