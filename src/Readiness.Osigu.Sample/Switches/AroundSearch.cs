using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider.Beneficiaries;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>The search for a person with something done before, after or instead of it.</summary>
internal sealed class AroundSearch(Func<SearchKey, CancellationToken, Task<Beneficiary>> find) : IBeneficiarySearch
{
    public Task<Beneficiary> FindAsync(SearchKey key, CancellationToken cancel) => find(key, cancel);
}

/// <summary>What a search found once, kept for ever or until told otherwise.</summary>
internal sealed class RememberedSearches(IBeneficiarySearch search) : IBeneficiarySearch
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Beneficiary> known = new();

    public async Task<Beneficiary> FindAsync(SearchKey key, CancellationToken cancel)
    {
        var text = key.SponsorSlug + string.Concat(key.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"|{field.Key}={field.Value}"));
        return known.TryGetValue(text, out var remembered) ? remembered : known[text] = await search.FindAsync(key, cancel);
    }

    public void Forget() => known.Clear();
}
