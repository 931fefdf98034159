using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>Sponsors: which there are, how their beneficiaries are looked up, and what they ask of a request.</summary>
internal sealed class SponsorEndpoints(OsiguWorld world)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Get("/v1/sponsors", "sponsors", List),
        Endpoint.Get("/v1/sponsors/{slug}/forms", "sponsor-forms", Forms),
        Endpoint.Get("/arc/v1/sponsors/{slug}/configuration", "sponsor-configuration", Configuration),
    ];

    private Reply List(OsiguCall call) =>
        Page.Of(call, world.Sponsors.All.Select(sponsor => new JsonObject { ["sponsor_slug"] = sponsor.Slug, ["name"] = sponsor.Name }), world.Options.LargestPage);

    private Reply Forms(OsiguCall call) => world.Sponsors.Find(call.Path("slug")) is not { } sponsor
        ? Reply.NotFound("sponsor")
        : Reply.Ok(new JsonObject { ["forms"] = new JsonArray([.. sponsor.Forms.Select(Form)]) });

    private Reply Configuration(OsiguCall call)
    {
        if (world.Sponsors.Find(call.Path("slug")) is not { } sponsor)
        {
            return Reply.NotFound("sponsor");
        }

        if (!call.Query.TryGetValue("product_type", out var text) || Words.TypeOf(text) is not { } type)
        {
            return Reply.Invalid("product_type", "must be one of the provider's product types");
        }

        return Reply.Ok(new JsonObject
        {
            ["sponsor_slug"] = sponsor.Slug,
            ["product_type"] = world.Words.Of(type),
            ["mandatory_fields"] = Texts(sponsor.MandatoryFieldsFor(type)),
            ["authorization_types"] = Texts(sponsor.AuthorizationTypes),
            ["indication_required"] = sponsor.IndicationRequired,
            ["verification"] = new JsonObject
            {
                ["otp"] = sponsor.Verification == VerificationKind.Otp,
                ["biometric"] = sponsor.Verification == VerificationKind.Biometric,
            },
            ["evaluation"] = sponsor.Asynchronous ? "ASYNCHRONOUS" : "SYNCHRONOUS",
        });
    }

    private static JsonObject Form(SearchForm form) => new()
    {
        ["form_id"] = form.Id,
        ["label"] = form.Label,
        ["fields"] = new JsonArray([.. form.Fields.Select(Field)]),
    };

    private static JsonObject Field(FormField field)
    {
        var shown = new JsonObject { ["key"] = field.Key, ["type"] = field.Values.Count > 0 ? "enum" : "string" };
        if (field.Values.Count > 0)
        {
            shown["values"] = Texts(field.Values);
        }

        shown["required"] = true;
        return shown;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
