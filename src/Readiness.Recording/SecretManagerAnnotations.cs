namespace Readiness.Recording;

/// <summary>What the journal says of a played secrets manager, beside the exchanges themselves.</summary>
public static class SecretManagerAnnotations
{
    /// <summary>The run's setting that says which manager is played: <c>vault</c> or <c>aws</c>; absent where none is.</summary>
    public const string Setting = "secrets.manager";

    /// <summary>The run's setting that says how often a process may read without a cause within 60 s.</summary>
    public const string ReadsPerMinute = "secrets.readsPerMinute";

    /// <summary>The number of the version that was handed out, from 1.</summary>
    public const string Version = "secret.version";

    /// <summary>The names of the minted values that were handed out, such as <c>client.secret</c>, separated by spaces.</summary>
    public const string Held = "secret.held";

    /// <summary>Why the request was refused, and where the manager looked.</summary>
    public const string Looked = "looked";
}
