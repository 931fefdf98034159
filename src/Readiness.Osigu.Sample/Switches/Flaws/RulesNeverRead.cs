using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends every field it knows of and never asks what a sponsor wants.</summary>
internal sealed class RulesNeverRead : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISponsorApi>((inner, _) =>
        new AroundConfiguration(inner, (_, _, _) => Task.FromResult(new SponsorConfiguration())));
}
