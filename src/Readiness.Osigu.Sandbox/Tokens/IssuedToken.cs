namespace Readiness.Osigu.Sandbox;

/// <summary>A token as the token server remembers it.</summary>
/// <param name="Name">Its name in the journal: <c>token-1</c>, <c>token-2</c>, …</param>
internal sealed record IssuedToken(string Name, string Value, DateTimeOffset ExpiresAt, TimeSpan Lifetime)
{
    public bool Revoked { get; set; }

    public string State(DateTimeOffset now) => Revoked ? "revoked" : now >= ExpiresAt ? "expired" : "valid";
}
