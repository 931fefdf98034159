namespace Readiness.Osigu.Sandbox;

/// <summary>An insurer as the sandbox plays it.</summary>
internal sealed record Sponsor
{
    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<SearchForm> Forms { get; init; }

    /// <summary>True where every request waits for a decision.</summary>
    public bool Asynchronous { get; init; }

    public bool IndicationRequired { get; init; }

    /// <summary>True where completed claims are sent in batches.</summary>
    public bool SettlesInBatches { get; init; }

    /// <summary>Fields of a request that this sponsor wants beyond those that the provider wants.</summary>
    public IReadOnlyList<string> MandatoryFields { get; init; } = ["professional_license_number"];

    /// <summary>What it wants instead where a product of that type is asked for; the rules are set per type.</summary>
    public IReadOnlyDictionary<ProductType, IReadOnlyList<string>> MandatoryFieldsOfTypes { get; init; } = new Dictionary<ProductType, IReadOnlyList<string>>();

    /// <summary>What it wants of the person before a request can be completed.</summary>
    public VerificationKind Verification { get; init; }

    public IReadOnlyList<string> AuthorizationTypes { get; init; } = ["PRESCRIPTION", "MEDICAL_INDICATION", "LAB_ORDER", "PROCEDURE"];

    /// <summary>Fields of a request that asks for products of that type.</summary>
    public IReadOnlyList<string> MandatoryFieldsFor(ProductType type) => MandatoryFieldsOfTypes.GetValueOrDefault(type, MandatoryFields);
}

/// <summary>One way to look a beneficiary up.</summary>
internal sealed record SearchForm(string Id, string Label, IReadOnlyList<FormField> Fields)
{
    public static SearchForm ByDocument { get; } = new("frm_document", "By document",
    [
        new FormField("document_type", ["CC", "CE", "TI", "PA"]),
        new FormField("document_number", []),
    ]);

    public static SearchForm ByMember { get; } = new("frm_member", "By member number", [new FormField("member_id", [])]);
}

/// <summary>A field of a search form; an enumeration where it lists values.</summary>
internal sealed record FormField(string Key, IReadOnlyList<string> Values);
