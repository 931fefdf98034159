using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Searches by document at every sponsor, whatever its form asks for, where the counter looks somebody up. Orders search as they should.</summary>
internal sealed class SearchFieldsHardCoded : ISwitch
{
    public void Install(IServiceCollection services) => services.WrapOperation(SearchBeneficiary.Name, (_, all) =>
        ActivatorUtilities.CreateInstance<SearchBeneficiary>(all, ActivatorUtilities.CreateInstance<FormSearch>(all, new ByDocument())));

    private sealed class ByDocument : IFormFilling
    {
        public IReadOnlyDictionary<string, string>? FillIn(IReadOnlyList<SearchForm> forms, IReadOnlyDictionary<string, string> known) =>
            new Dictionary<string, string>
            {
                ["document_type"] = known.GetValueOrDefault("document_type", "CC"),
                ["document_number"] = known.TryGetValue("document_number", out var number) ? number : known.Values.FirstOrDefault(""),
            };
    }
}
