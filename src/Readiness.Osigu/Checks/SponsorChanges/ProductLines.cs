using System.Globalization;
using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>A product in a quantity, wherever it is listed under <c>products[]</c>.</summary>
/// <param name="Quantity">Null where none is given, or none that can be read.</param>
internal sealed record ProductLine(string? Product, decimal? Quantity)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Quantity?.ToString("0.###", CultureInfo.InvariantCulture) ?? "an unknown quantity"} of {Product ?? "an unnamed product"}");
}

/// <summary>Reads lists of products.</summary>
internal static class ProductLines
{
    /// <summary>The lines of a request to start a dispensation. Where a line names a substitute, that is what is handed out.</summary>
    public static IReadOnlyList<ProductLine> Started(JsonElement sent) => Added(JsonText.Items(sent, "/products").Select(line => new ProductLine(
        JsonText.At(line, "/substitute_product_code") ?? JsonText.At(line, "/product_code"),
        Quantity(JsonText.At(line, "/substitute_quantity") ?? JsonText.At(line, "/quantity")))));

    /// <summary>The lines below <c>products</c>; those of one product are added up.</summary>
    public static IReadOnlyList<ProductLine> Of(JsonElement owner) =>
        Added(JsonText.Items(owner, "/products").Select(line => new ProductLine(JsonText.At(line, "/product_code"), Quantity(JsonText.At(line, "/quantity")))));

    private static ProductLine[] Added(IEnumerable<ProductLine> lines) =>
        [.. lines.GroupBy(line => line.Product).Select(same => new ProductLine(same.Key, same.All(line => line.Quantity is not null) ? same.Sum(line => line.Quantity) : null))];

    private static decimal? Quantity(string? text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var quantity) ? quantity : null;
}
