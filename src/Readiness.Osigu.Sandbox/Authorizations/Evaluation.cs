namespace Readiness.Osigu.Sandbox;

/// <summary>How sponsors decide: an authorization for each product type, and within a type one for each decision.</summary>
internal sealed class Evaluation(OsiguWorld world)
{
    /// <summary>Completes a request: decided at once, or left as placeholders for a sponsor that decides later.</summary>
    public void Complete(AuthorizationRequest request)
    {
        if (world.Sponsors.Known(request.SponsorSlug).Asynchronous)
        {
            request.Await([.. request.Lines.GroupBy(line => line.Product.Type).Select(type => New(request, type))]);
        }
        else
        {
            Decide(request);
        }
    }

    /// <summary>Replaces placeholders, if any, by what the sponsor decides product by product.</summary>
    public void Decide(AuthorizationRequest request) => request.Decide(
    [
        .. request.Lines.GroupBy(line => (line.Product.Type, line.Product.RejectionReason)).Select(group => Decided(request, group.Key.RejectionReason, group)),
    ]);

    /// <summary>The authorization of that identifier, a placeholder included.</summary>
    public Authorization? Find(string id) => All.FirstOrDefault(authorization => authorization.Id == id);

    public Authorization? WithCode(string code) => All.FirstOrDefault(authorization => authorization.Code == code);

    private IEnumerable<Authorization> All => world.Requests.All.SelectMany(request => request.Authorizations);

    private Authorization New(AuthorizationRequest request, IEnumerable<ProductLine> lines) =>
        new(request, world.Ids.Id("authorization_id", "auth", request.Stimulus), [.. lines]);

    private Authorization Decided(AuthorizationRequest request, string? reason, IEnumerable<ProductLine> lines)
    {
        var authorization = New(request, lines);
        var code = world.Ids.Code("authorization_code", "AUTH", request.Stimulus);
        if (reason is null)
        {
            authorization.Approve(code, world.Clock.GetUtcNow() + world.Options.AuthorizationLifetime);
        }
        else
        {
            authorization.Reject(code, reason);
        }

        return authorization;
    }
}
