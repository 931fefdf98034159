namespace Readiness.Osigu.Sandbox;

/// <summary>The mock sponsors, and those that a scenario asked for.</summary>
internal sealed class SponsorRegistry(OsiguOptions options)
{
    private readonly Dictionary<string, Sponsor> bySlug = Seeds(options).ToDictionary(sponsor => sponsor.Slug, StringComparer.Ordinal);

    public IEnumerable<Sponsor> All => bySlug.Values;

    public Sponsor? Find(string? slug) => slug is null ? null : bySlug.GetValueOrDefault(slug);

    /// <exception cref="ArgumentException">There is no such sponsor; the message lists those there are.</exception>
    public Sponsor Known(string slug) =>
        Find(slug) ?? throw new ArgumentException($"There is no sponsor '{slug}'. Known: {string.Join(", ", bySlug.Keys)}.", nameof(slug));

    /// <summary>Adds a sponsor, or changes the one of that slug.</summary>
    public void Put(Sponsor sponsor) => bySlug[sponsor.Slug] = sponsor;

    private static IEnumerable<Sponsor> Seeds(OsiguOptions options) =>
    [
        new Sponsor
        {
            Slug = options.SynchronousSponsor,
            Name = "Sandbox Sponsor",
            Forms = [SearchForm.ByDocument],
            MandatoryFields = ["professional_license_number", "authorization_type"],
        },
        new Sponsor { Slug = options.AsynchronousSponsor, Name = "Sandbox Sponsor (asynchronous)", Forms = [SearchForm.ByMember], Asynchronous = true },
        new Sponsor
        {
            Slug = "sponsor-sandbox-do",
            Name = "Sandbox Sponsor (Dominican Republic)",
            Forms = [SearchForm.ByDocument, SearchForm.ByMember],
            SettlesInBatches = true,
        },
        new Sponsor { Slug = "sponsor-sandbox-indication", Name = "Sandbox Sponsor (indication required)", Forms = [SearchForm.ByDocument], IndicationRequired = true },
    ];
}
