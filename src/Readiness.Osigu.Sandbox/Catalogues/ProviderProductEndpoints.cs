namespace Readiness.Osigu.Sandbox;

/// <summary>The products that the provider works with. Only these may stand in requests, prescriptions and claims.</summary>
internal sealed class ProviderProductEndpoints(OsiguWorld world)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Get("/arc/v1/providers/products", "list-provider-products", List),
        Endpoint.Post("/arc/v1/providers/products", "register-provider-product", Register),
        Endpoint.Delete("/arc/v1/providers/products/{code}", "remove-provider-product", Remove),
    ];

    private Reply List(OsiguCall call) => Page.Of(
        call,
        CatalogueEndpoints.Asked(call, world.Products.Registered).Select(product => CatalogueEndpoints.Shown(product, world.Words)),
        world.Options.LargestPage);

    private Reply Register(OsiguCall call)
    {
        var code = call.Fields.Text("product_code");
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (world.Products.Find(code) is not { } product)
        {
            return Reply.Invalid("product_code", "is not in the global catalogue");
        }

        world.Products.Register(product);
        return Reply.Created(CatalogueEndpoints.Shown(product, world.Words));
    }

    private Reply Remove(OsiguCall call) => world.Products.Remove(call.Path("code")) ? new Reply.Nothing(204) : Reply.NotFound("provider product");
}
