using System.Collections.Concurrent;
using System.Globalization;
using Readiness.Recording;

namespace Readiness.SecretManagers.Vault;

/// <summary>Issues client tokens and knows which of them still count.</summary>
internal sealed class VaultTokens
{
    /// <summary>The life of a token by AppRole: longer than a run takes to its last scenario, and short enough that a client sees a lease.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, VaultToken> known = new(StringComparer.Ordinal);
    private readonly MintedValues minted;
    private readonly TimeProvider clock;
    private int issued;

    public VaultTokens(VaultCredentials credentials, MintedValues minted, TimeProvider clock)
    {
        this.minted = minted;
        this.clock = clock;
        known[credentials.Token] = new VaultToken(credentials.Token, NewAccessor(), clock.GetUtcNow(), null, "auth/token/create", "token");
    }

    public VaultToken Issue()
    {
        var now = clock.GetUtcNow();
        var token = new VaultToken(VaultCredentials.NewToken(), NewAccessor(), now, now + Lease, "auth/approle/login", "approle");
        var number = Interlocked.Increment(ref issued).ToString(CultureInfo.InvariantCulture);
        known[minted.Register($"vault.token-{number}", token.Value, MintedKind.Secret).Value] = token;
        return token;
    }

    /// <summary>The token, or null where it is unknown or its lease is over.</summary>
    public VaultToken? Find(string? value) =>
        value is not null && known.TryGetValue(value, out var token) && !(token.ExpiresAt <= clock.GetUtcNow()) ? token : null;

    /// <summary>The lease begins anew.</summary>
    public VaultToken Renew(VaultToken token) => known[token.Value] = token.ExpiresAt is null ? token : token with { ExpiresAt = clock.GetUtcNow() + Lease };

    private static string NewAccessor() => Guid.NewGuid().ToString("N")[..24];
}
