namespace Readiness.Osigu.Sandbox;

/// <summary>What the provider's sandbox holds before anybody asks: about ten beneficiaries, and the products of the guides.</summary>
internal static class Seeds
{
    /// <summary>The identifier of the documentation's example. Valid until the first reset of the data.</summary>
    public const string ExampleBeneficiary = "bnf_01HW8GQ2KMNP3F4R5T6Y7U8I9O";

    public static IReadOnlyList<(string Code, ProductType Type)> Products { get; } =
    [
        ("MED-042", ProductType.Medication),
        ("MED-SBX-0001", ProductType.Medication),
        ("MED-SBX-0002", ProductType.Medication),
        ("LAB-HEMO", ProductType.Lab),
        ("IMG-XRAY", ProductType.Imaging),
        ("CONS-GEN", ProductType.Procedure),
    ];

    /// <summary>Document or member numbers of each sponsor's people: active ones, an expired and a suspended one, and families.</summary>
    public static IReadOnlyList<SeededPerson> People(OsiguOptions options) =>
    [
        new(options.SynchronousSponsor, "1000000001", Coverage.Active, []),
        new(options.SynchronousSponsor, "1000000002", Coverage.Active, [Coverage.Active, Coverage.Active]),
        new(options.SynchronousSponsor, "1000000003", Coverage.Expired, []),
        new(options.SynchronousSponsor, "1000000004", Coverage.Suspended, []),
        new(options.SynchronousSponsor, "1000000005", Coverage.Active, [Coverage.Expired]),
        new(options.AsynchronousSponsor, "1000000006", Coverage.Active, []),
        new(options.AsynchronousSponsor, "1000000007", Coverage.Active, [Coverage.Active]),
        new("sponsor-sandbox-do", "1000000008", Coverage.Active, []),
        new("sponsor-sandbox-do", "1000000009", Coverage.Expired, []),
        new("sponsor-sandbox-indication", "1000000010", Coverage.Active, []),
    ];
}

/// <param name="Number">The document number; with an <c>M</c> before it the member number.</param>
/// <param name="Dependants">The coverage of each member of the family.</param>
internal sealed record SeededPerson(string SponsorSlug, string Number, Coverage Coverage, IReadOnlyList<Coverage> Dependants);
