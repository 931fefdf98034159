using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>An id, and how to find a newer one if the provider no longer knows it.</summary>
internal sealed record BeneficiaryId(string Value, SearchKey? RememberedFrom);

/// <summary>Ids for calls that need no coverage: remembered ones serve, until the provider does not know them.</summary>
internal sealed class BeneficiaryIds(BeneficiaryBook book, IBeneficiarySearch search, SubscriptionKeeper subscription)
{
    public async Task<BeneficiaryId?> OfAsync(BeneficiaryInput? person, string? id, CancellationToken cancel)
    {
        if (id is not null)
        {
            return new BeneficiaryId(id, book.KeyOf(id));
        }

        if (person is null)
        {
            return null;
        }

        return book.Find(person.Key) is { } remembered
            ? new BeneficiaryId(remembered, person.Key)
            : new BeneficiaryId((await search.FindAsync(person.Key, cancel)).BeneficiaryId, null);
    }

    /// <summary>Called after a <c>404</c>: searches again.</summary>
    /// <returns>A new id; <c>null</c> if the old one still stands, so that something else was not found.</returns>
    public async Task<BeneficiaryId?> RenewAsync(BeneficiaryId old, CancellationToken cancel)
    {
        if (old.RememberedFrom is not { } key)
        {
            return null;
        }

        book.Forget(key);
        var found = await search.FindAsync(key, cancel);
        if (found.BeneficiaryId == old.Value)
        {
            return null;
        }

        // The provider's data were replaced, so it may have forgotten where events go, too.
        subscription.CheckAgain();
        return new BeneficiaryId(found.BeneficiaryId, null);
    }
}
