using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Beneficiaries;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Finds a person with a sponsor.</summary>
internal interface IBeneficiarySearch
{
    /// <exception cref="ProviderFault">
    /// <see cref="FaultKind.NotFound"/>: nobody by these values; <see cref="FaultKind.Refused"/>: no form of the sponsor fits them.
    /// </exception>
    Task<Beneficiary> FindAsync(SearchKey key, CancellationToken cancel);
}

/// <summary>Reads the sponsor's forms, then posts the fields of the one that can be filled in.</summary>
internal sealed class FormSearch(ISponsorApi sponsors, IFormFilling filling, BeneficiaryBook book) : IBeneficiarySearch
{
    public async Task<Beneficiary> FindAsync(SearchKey key, CancellationToken cancel)
    {
        var forms = await sponsors.FormsAsync(key.SponsorSlug, cancel);
        var filled = filling.FillIn(forms, key.Fields) ?? throw new ProviderFault(
            FaultKind.Refused, null, "form_not_filled", $"this sponsor searches by {string.Join(", or by ", forms.Select(Fields))}");

        var found = await sponsors.SearchAsync(key.SponsorSlug, filled, cancel);
        book.Save(key, found.BeneficiaryId);
        return found;
    }

    private static string Fields(SearchForm form) => string.Join(" and ", form.Fields.Select(field => field.Key));
}
