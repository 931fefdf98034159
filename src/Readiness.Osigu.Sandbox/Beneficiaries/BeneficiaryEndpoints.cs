using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary><c>POST /v1/sponsors/{slug}/search</c>: a beneficiary by the values of one of the sponsor's forms.</summary>
internal sealed class BeneficiaryEndpoints(OsiguWorld world)
{
    public IEnumerable<Endpoint> All => [Endpoint.Post("/v1/sponsors/{slug}/search", "search-beneficiary", Search)];

    private Reply Search(OsiguCall call)
    {
        if (world.Sponsors.Find(call.Path("slug")) is not { } sponsor)
        {
            return Reply.NotFound("sponsor");
        }

        if (sponsor.Forms.FirstOrDefault(form => form.Fields.All(field => !string.IsNullOrWhiteSpace(call.Fields.OptionalText(field.Key)))) is not { } form)
        {
            return FitsNoForm(call, sponsor);
        }

        foreach (var field in form.Fields.Where(field => field.Values.Count > 0 && !field.Values.Contains(call.Fields.OptionalText(field.Key))))
        {
            call.Fields.Problem(field.Key, $"must be one of {string.Join(", ", field.Values)}");
        }

        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        var found = world.Beneficiaries.All.FirstOrDefault(person =>
            person.SponsorSlug == sponsor.Slug && form.Fields.All(field => person.Fields.GetValueOrDefault(field.Key) == call.Fields.OptionalText(field.Key)));
        return found is null
            ? Reply.NotFound("beneficiary") with { Looked = $"no beneficiary of {sponsor.Slug} has these values of {form.Id}" }
            : Reply.Ok(Holder(found));
    }

    private static Reply FitsNoForm(OsiguCall call, Sponsor sponsor)
    {
        foreach (var field in sponsor.Forms[0].Fields.Where(field => string.IsNullOrWhiteSpace(call.Fields.OptionalText(field.Key))))
        {
            call.Fields.Problem(field.Key, "is required");
        }

        return call.Fields.Refusal! with { Looked = $"the keys fit none of the forms {string.Join(", ", sponsor.Forms.Select(form => form.Id))} of {sponsor.Slug}" };
    }

    private JsonObject Holder(Beneficiary person)
    {
        var shown = Person(person);
        shown["dependants"] = new JsonArray([.. person.Dependants.Select(Person)]);
        return shown;
    }

    private JsonObject Person(Beneficiary person) => new()
    {
        ["beneficiary_id"] = world.Ids.Json(person.Id),
        ["first_name"] = person.FirstName,
        ["last_name"] = person.LastName,
        ["coverage"] = new JsonObject
        {
            ["plan_code"] = person.PlanCode,
            ["active"] = person.Active,
            ["effective_until"] = person.EffectiveUntil.Wire(),
        },
    };
}
