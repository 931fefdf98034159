using System.Collections.Frozen;
using Readiness.Recording;

namespace Readiness.SecretManagers;

/// <summary>What of a played manager's traffic may be read in a journal: addresses, versions, leases, errors by name. Never a value.</summary>
public static class ManagerDisclosure
{
    /// <summary>What the provider allows, and the words of the managers beside it.</summary>
    public static Disclosure With(Disclosure provider) => provider with
    {
        Fields = provider.Fields.Union(["__type", "lease_duration", "renewable", "VersionId", "VersionStage"]).ToFrozenSet(StringComparer.Ordinal),
        Headers = provider.Headers.Union(["X-Amz-Target", "X-Amz-Date", "X-Amzn-RequestId"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        PathSegments = provider.PathSegments
            .Union(["v1", "auth", "approle", "login", "token", "lookup-self", "renew-self", "sys", "health", "internal", "ui", "mounts", "secret", "data", "metadata"])
            .ToFrozenSet(StringComparer.Ordinal),
    };
}
