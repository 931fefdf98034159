using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>When the counters are busy, asks for the forms that every counter will need, all of them at once.</summary>
internal sealed class AllAtOnceUnderLoad : ISwitch
{
    private const int Busy = 3;
    private const int Counters = 60;

    public void Install(IServiceCollection services) => services.Wrap<IBeneficiarySearch>((inner, all) =>
    {
        var sponsors = all.GetRequiredService<ISponsorApi>();
        var open = 0;
        return new AroundSearch(async (key, cancel) =>
        {
            try
            {
                if (Interlocked.Increment(ref open) >= Busy)
                {
                    await Task.WhenAll(Enumerable.Range(0, Counters).Select(_ => sponsors.FormsAsync(key.SponsorSlug, cancel)));
                }

                return await inner.FindAsync(key, cancel);
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        });
    });
}
