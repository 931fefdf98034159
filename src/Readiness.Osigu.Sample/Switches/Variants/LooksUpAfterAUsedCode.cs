using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>When a code was used already, looks once whether it was used here, before the clerk is told.</summary>
internal sealed class LooksUpAfterAUsedCode : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IDispensingApi>((inner, _) => new Looking(inner));

    private sealed class Looking(IDispensingApi inner) : IDispensingApi
    {
        public async Task<Dispensation> StartAsync(string code, string? beneficiaryId, CancellationToken cancel)
        {
            try
            {
                return await inner.StartAsync(code, beneficiaryId, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.Conflict)
            {
                await inner.FindByCodeAsync(code, cancel);
                throw;
            }
        }

        public Task<Dispensation> CompleteAsync(string dispensationId, Receipt receipt, CancellationToken cancel) =>
            inner.CompleteAsync(dispensationId, receipt, cancel);

        public Task<Dispensation?> FindByCodeAsync(string code, CancellationToken cancel) => inner.FindByCodeAsync(code, cancel);

        public Task<Dispensation?> ReadAsync(string dispensationId, CancellationToken cancel) => inner.ReadAsync(dispensationId, cancel);
    }
}
