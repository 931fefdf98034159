using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Puts what was approved into a basket, and hands out and bills the basket whatever the sponsor says later.</summary>
internal sealed class QuantityCachedInTheBasket : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var baskets = new ConcurrentDictionary<string, IReadOnlyList<DispensedProduct>>();
        services.WrapOperation(RequestAuthorization.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            var outcome = await inner.RunAsync(input, cancel);
            foreach (var one in outcome.Result?["authorizations"]?.AsArray() ?? [])
            {
                if ((string?)one!["authorization_code"] is { } code)
                {
                    baskets[code] =
                    [
                        .. one["products"]!.AsArray().Select(product => new DispensedProduct
                        {
                            ProductCode = (string)product!["product_code"]!,
                            Quantity = (decimal?)product["quantity"] ?? 1,
                        }),
                    ];
                }
            }

            return outcome;
        }));
        services.Wrap<IDispensingApi>((inner, _) => new Basket(inner, baskets));
    }

    private sealed class Basket(IDispensingApi inner, ConcurrentDictionary<string, IReadOnlyList<DispensedProduct>> baskets) : IDispensingApi
    {
        public async Task<Dispensation> StartAsync(string code, string? beneficiaryId, CancellationToken cancel)
        {
            var started = await inner.StartAsync(code, beneficiaryId, cancel);
            var price = started.Products.Select(product => product.UnitPrice).FirstOrDefault();
            return baskets.TryGetValue(code, out var basket)
                ? started with { Products = [.. basket.Select(product => product with { UnitPrice = price })] }
                : started;
        }

        public Task<Dispensation> CompleteAsync(string dispensationId, Receipt receipt, CancellationToken cancel) =>
            inner.CompleteAsync(dispensationId, receipt, cancel);

        public Task<Dispensation?> ReadAsync(string dispensationId, CancellationToken cancel) => inner.ReadAsync(dispensationId, cancel);

        public Task<Dispensation?> FindByCodeAsync(string code, CancellationToken cancel) => inner.FindByCodeAsync(code, cancel);
    }
}
