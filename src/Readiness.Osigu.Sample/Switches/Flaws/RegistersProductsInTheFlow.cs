using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Registers a product when an order is refused for it, and sends the order again.</summary>
internal sealed class RegistersProductsInTheFlow : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        var products = await ProviderProducts.NamedInAsync(request, cancel);
        var answer = await send(request);
        if (products.Count == 0 || !await ProviderProducts.AreMissingAsync(answer, cancel))
        {
            return answer;
        }

        foreach (var product in products)
        {
            (await send(ProviderProducts.Registration(request, product))).Dispose();
        }

        answer.Dispose();
        return await send(request);
    }));
}
