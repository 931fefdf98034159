using Readiness.Osigu.Sample.Provider.Beneficiaries;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Matches what the clerk knows with what a sponsor asks for.</summary>
internal interface IFormFilling
{
    /// <returns>The body of the search; <c>null</c> if no form can be filled in.</returns>
    IReadOnlyDictionary<string, string>? FillIn(IReadOnlyList<SearchForm> forms, IReadOnlyDictionary<string, string> known);
}

/// <summary>The first form whose required fields are all known; its fields only, under the keys that it names.</summary>
internal sealed class FirstFormThatFits : IFormFilling
{
    public IReadOnlyDictionary<string, string>? FillIn(IReadOnlyList<SearchForm> forms, IReadOnlyDictionary<string, string> known) => forms
        .Where(form => form.Fields.All(field => !field.Required || known.ContainsKey(field.Key)))
        .Select(form => form.Fields.Where(field => known.ContainsKey(field.Key)).ToDictionary(field => field.Key, field => known[field.Key]))
        .FirstOrDefault(filled => filled.Count > 0);
}
