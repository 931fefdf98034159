using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Looks into the list of registered products before each order, and stops without sending it where one is missing.</summary>
internal sealed class ChecksProductsBeforehand : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        foreach (var product in await ProviderProducts.NamedInAsync(request, cancel))
        {
            using var listed = await send(ProviderProducts.LookUp(request, product));
            if (listed.StatusCode is HttpStatusCode.OK && !(await listed.Content.ReadAsStringAsync(cancel)).Contains(product, StringComparison.Ordinal))
            {
                throw new ProviderFault(FaultKind.Refused, null, Wording.NotRegistered, "not among this clinic's products");
            }
        }

        return await send(request);
    }));
}
