using System.Globalization;
using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Invents people, products and sponsors for a stimulus, and makes every value of them known.</summary>
public sealed class FixtureMint
{
    private readonly OsiguWorld world;
    private readonly PersonMint people;
    private readonly HashSet<string> survivors = new(StringComparer.Ordinal);

    internal FixtureMint(OsiguWorld world)
    {
        this.world = world;
        people = new PersonMint(world.Minted, world.Clock);
        foreach (var (code, type) in Seeds.Products)
        {
            world.Products.Add(new Product { Code = world.Ids.Register("product_code", code, stimulus: null), Type = type }, register: true);
        }

        foreach (var person in Seeds.People(world.Options))
        {
            Add(Seeded(person));
        }
    }

    /// <summary>A beneficiary that the provider knows.</summary>
    /// <param name="dependants">The coverage of each dependant; none unless given.</param>
    /// <exception cref="ArgumentException">There is no such sponsor.</exception>
    public Beneficiary MintBeneficiary(string? stimulus, string sponsorSlug, Coverage coverage = Coverage.Active, IEnumerable<Coverage>? dependants = null) =>
        world.Change(() => Add(Invent(stimulus, world.Sponsors.Known(sponsorSlug), coverage, dependants ?? [])));

    /// <summary>A person whom another environment knows: the same by document and name, under an identifier of this one's own.</summary>
    public Beneficiary Admit(Beneficiary person) => world.Change(() => AddUnderNewIds(person));

    /// <summary>A product of another environment, under the same code.</summary>
    public Product Admit(Product product) => world.Change(() => world.Products.Add(product, register: true));

    /// <summary>Search inputs of nobody: a value for every key of the sponsor's forms.</summary>
    public IReadOnlyDictionary<string, string> MintUnknownFields(string? stimulus, string sponsorSlug) =>
        world.Change(() => Fields(stimulus, world.Sponsors.Known(sponsorSlug)));

    /// <summary>A product and how sponsors decide about it.</summary>
    public Product MintProduct(string? stimulus, ProductType type, ProductRule rule) => world.Change(() => world.Products.Add(
        new Product
        {
            Code = world.Ids.PlainCode("product_code", type switch
            {
                ProductType.Medication => "MED-SBX-",
                ProductType.Lab => "LAB-SBX-",
                ProductType.Imaging => "IMG-SBX-",
                _ => "PRC-SBX-",
            }, stimulus),
            Type = type,
            Stimulus = stimulus,
            RejectionReason = rule switch
            {
                ProductRule.Rejected { Reason: { } reason } => RejectionReasons.Known(world.Minted, reason, stimulus),
                ProductRule.Rejected => RejectionReasons.Mint(world.Minted, stimulus),
                _ => null,
            },
        },
        register: rule is not ProductRule.Unregistered));

    /// <summary>A patient for a prescription.</summary>
    /// <param name="known">True where the provider has the patient already.</param>
    /// <param name="insured">The same person as a sponsor knows them; null for somebody whom no sponsor knows.</param>
    public PatientFixture MintPatient(string? stimulus, bool known = false, Beneficiary? insured = null) => world.Change(() =>
    {
        var invented = new Patient
        {
            Id = "",
            FirstName = insured?.FirstName ?? people.FirstName(stimulus),
            LastName = insured?.LastName ?? people.LastName(stimulus),
            DocumentType = "CC",
            DocumentNumber = insured?.Fields.GetValueOrDefault("document_number") ?? people.DocumentNumber(stimulus),
            DateOfBirth = people.DateOfBirth(stimulus),
        };
        return new PatientFixture
        {
            Stimulus = stimulus,
            Id = known ? PatientEndpoints.Add(world, invented, stimulus).Id : null,
            Fields = new Dictionary<string, string>
            {
                ["first_name"] = invented.FirstName,
                ["last_name"] = invented.LastName,
                ["document_type"] = invented.DocumentType,
                ["document_number"] = invented.DocumentNumber,
                ["date_of_birth"] = invented.DateOfBirth,
                ["phone"] = people.Phone(stimulus),
                ["email"] = people.Email(stimulus),
            },
        };
    });

    /// <summary>A sponsor of its own for a stimulus, so that what it asks for, and what awaits its settlement, is nobody else's.</summary>
    /// <param name="like">The slug of the sponsor that it resembles.</param>
    /// <returns>Its slug.</returns>
    public string MintSponsor(string? stimulus, string like) => world.Change(() =>
    {
        var model = world.Sponsors.Known(like);
        var slug = world.Ids.Register("sponsor_slug", $"{like}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}", stimulus);
        world.Sponsors.Put(model with { Slug = slug });
        return slug;
    });

    /// <summary>Changes what a sponsor asks of requests from now on. What is null stays as it is.</summary>
    public void ChangeSponsor(string slug, bool? indicationRequired = null, IReadOnlyList<string>? mandatoryFields = null, bool? asynchronous = null, VerificationKind? verification = null) => world.Change(() =>
    {
        var sponsor = world.Sponsors.Known(slug);
        world.Sponsors.Put(sponsor with
        {
            IndicationRequired = indicationRequired ?? sponsor.IndicationRequired,
            MandatoryFields = mandatoryFields ?? sponsor.MandatoryFields,
            Verification = verification ?? sponsor.Verification,
            Asynchronous = asynchronous ?? sponsor.Asynchronous,
        });
    });

    /// <summary>Changes what a sponsor wants in requests for products of one type, from now on.</summary>
    public void ChangeMandatoryFields(string slug, ProductType type, IReadOnlyList<string> fields) => world.Change(() =>
    {
        var sponsor = world.Sponsors.Known(slug);
        world.Sponsors.Put(sponsor with
        {
            MandatoryFieldsOfTypes = new Dictionary<ProductType, IReadOnlyList<string>>(sponsor.MandatoryFieldsOfTypes) { [type] = fields },
        });
    });

    /// <summary>Completed claims that await settlement, as earlier work of the integration would have left them.</summary>
    public IReadOnlyList<Claim> MintCompletedClaims(string? stimulus, string sponsorSlug, int count) => world.Change<IReadOnlyList<Claim>>(() =>
    {
        var product = world.Products.Registered.First(product => product.Type == ProductType.Procedure);
        var slug = world.Sponsors.Known(sponsorSlug).Slug;
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var now = world.Clock.GetUtcNow();
                var claim = new Claim(world.Ids.Id("claim_id", "clm", stimulus), stimulus, slug, [new ProductLine(product, 1, null)], now);
                claim.Complete(now);
                return world.Claims.Add(claim);
            }),
        ];
    });

    /// <summary>Leaves everything of the stimulus as it is when the data is reset: work of another scenario that is still being watched.</summary>
    public void Survives(string stimulus) => world.Change(() => survivors.Add(stimulus));

    /// <summary>The same person under a new identifier, dependants included; the old ones answer 404. What a reset does to everybody.</summary>
    public Beneficiary Remint(Beneficiary person) => world.Change(() => Renew(Current(person) ?? person));

    /// <summary>The person as the provider knows them now, with the identifier of this moment; null where they are gone.</summary>
    public Beneficiary? Current(Beneficiary person) => world.Change(() => world.Beneficiaries.All.FirstOrDefault(known =>
        known.SponsorSlug == person.SponsorSlug && known.Fields.Count == person.Fields.Count && known.Fields.All(field => person.Fields.GetValueOrDefault(field.Key) == field.Value)));

    internal bool IsSurvivor(IResource resource) => resource.Stimulus is { } stimulus && survivors.Contains(stimulus);

    /// <summary>Gives everybody but survivors new identifiers.</summary>
    internal void RemintAll()
    {
        var dependants = world.Beneficiaries.All.SelectMany(person => person.Dependants).Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var holder in world.Beneficiaries.All.Where(person => !IsSurvivor(person) && !dependants.Contains(person.Id)).ToList())
        {
            Renew(holder);
        }
    }

    private Beneficiary Renew(Beneficiary person)
    {
        foreach (var old in person.Dependants.Prepend(person))
        {
            world.Beneficiaries.Remove(old);
        }

        return AddUnderNewIds(person);
    }

    private Beneficiary AddUnderNewIds(Beneficiary person) => Add(WithNewId(person) with { Dependants = [.. person.Dependants.Select(WithNewId)] });

    private Beneficiary WithNewId(Beneficiary person) => person with { Id = world.Ids.Id("beneficiary_id", "bnf", person.Stimulus) };

    private Beneficiary Add(Beneficiary person)
    {
        foreach (var dependant in person.Dependants)
        {
            world.Beneficiaries.Add(dependant);
        }

        return world.Beneficiaries.Add(person);
    }

    private Beneficiary Invent(string? stimulus, Sponsor sponsor, Coverage coverage, IEnumerable<Coverage> dependants) =>
        Person(stimulus, sponsor.Slug, Fields(stimulus, sponsor), coverage) with
        {
            Dependants = [.. dependants.Select(dependant => Person(stimulus, sponsor.Slug, Fields(stimulus, sponsor), dependant))],
        };

    private Beneficiary Seeded(SeededPerson seed)
    {
        var sponsor = world.Sponsors.Known(seed.SponsorSlug);
        var fields = Keys(sponsor).ToDictionary(key => key, key => key switch
        {
            "document_type" => "CC",
            "member_id" => people.Known(key, $"M{seed.Number}"),
            _ => people.Known(key, seed.Number),
        });
        var person = Person(stimulus: null, sponsor.Slug, fields, seed.Coverage) with
        {
            Dependants = [.. seed.Dependants.Select(dependant => Person(stimulus: null, sponsor.Slug, Fields(stimulus: null, sponsor), dependant))],
        };
        return seed.Number == "1000000001" && world.Options.Ids == IdStyle.Prefixed
            ? person with { Id = world.Ids.Register("beneficiary_id", Seeds.ExampleBeneficiary, stimulus: null) }
            : person;
    }

    private Beneficiary Person(string? stimulus, string sponsorSlug, IReadOnlyDictionary<string, string> fields, Coverage coverage)
    {
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime);
        return new Beneficiary
        {
            Id = world.Ids.Id("beneficiary_id", "bnf", stimulus),
            Stimulus = stimulus,
            SponsorSlug = sponsorSlug,
            Fields = fields,
            FirstName = people.FirstName(stimulus),
            LastName = people.LastName(stimulus),
            PlanCode = "GOLD-100",
            Active = coverage == Coverage.Active,
            EffectiveUntil = coverage == Coverage.Expired ? today.AddMonths(-2) : today.AddMonths(14),
        };
    }

    private Dictionary<string, string> Fields(string? stimulus, Sponsor sponsor) => Keys(sponsor).ToDictionary(key => key, key => key switch
    {
        "document_type" => "CC",
        "member_id" => people.MemberId(stimulus),
        "document_number" => people.DocumentNumber(stimulus),
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no value can be invented for the form key '{key}'")),
    });

    private static IEnumerable<string> Keys(Sponsor sponsor) => sponsor.Forms.SelectMany(form => form.Fields).Select(field => field.Key).Distinct();
}
