using System.Collections.Frozen;
using Readiness.Recording;

namespace Readiness.Toy;

/// <summary>What of the warehouse's traffic may be read in a journal.</summary>
internal static class ToyDisclosure
{
    public static Disclosure Create() => new()
    {
        Fields = FrozenSet.ToFrozenSet(["grant_type", "client_id", "token_type", "expires_in", "error", "article_code", "order_id", "status", "quantity"], StringComparer.Ordinal),
        Headers = Disclosure.PlainHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        PathSegments = FrozenSet.ToFrozenSet(["oauth", "token", "orders", "stock"], StringComparer.Ordinal),
    };
}
