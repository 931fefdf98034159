using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>Readings of a sponsor's configuration for one type of product, and requests that lack what it demands.</summary>
internal sealed class SponsorConfiguration(Journal journal, string sponsor, string productType)
{
    private static readonly string[][] SameType = [["MEDICATION", "DRUG"], ["LAB", "LABORATORY"], ["IMAGING", "DIAGNOSTIC_TEST"], ["PROCEDURE", "MEDICAL_PROCEDURE"]];

    private readonly string[] words = SameType.FirstOrDefault(type => type.Contains(productType)) ?? [productType];

    /// <summary>Readings for any type of product that brought an answer.</summary>
    public IReadOnlyList<Exchange> AllReads { get; } =
    [
        .. journal.Exchanges.Where(exchange =>
            exchange.Request.Operation == "sponsor-configuration" && exchange.Succeeded && exchange.Request.Target.Contains($"/{sponsor}/", StringComparison.Ordinal)),
    ];

    /// <summary>Readings for this type of product.</summary>
    public IEnumerable<Exchange> Reads => AllReads.Where(exchange => exchange.Answered("/product_type") is { } type && words.Contains(type));

    /// <summary>The demanded fields for which a request was refused; none where it was not.</summary>
    public static IReadOnlyList<string> MissingIn(Exchange request, IEnumerable<string> fields) =>
        request is { Status: 422, WhyRefused: { } why } ? [.. fields.Where(field => why.Contains($"{field} is required", StringComparison.Ordinal))] : [];
}
