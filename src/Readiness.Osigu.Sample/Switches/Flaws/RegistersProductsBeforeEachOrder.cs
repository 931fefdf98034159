using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Registers every product of an order before it sends the order, whether it was registered before or not.</summary>
internal sealed class RegistersProductsBeforeEachOrder : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        foreach (var product in await ProviderProducts.NamedInAsync(request, cancel))
        {
            (await send(ProviderProducts.Registration(request, product))).Dispose();
        }

        return await send(request);
    }));
}
