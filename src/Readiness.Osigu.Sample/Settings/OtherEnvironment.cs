namespace Readiness.Osigu.Sample.Settings;

/// <summary>What a clinic in production is told of its sandbox, where both are configured side by side.</summary>
/// <param name="TokenUrl">The sandbox's token endpoint.</param>
/// <param name="SecretsDirectory">The folder of the sandbox's secrets.</param>
/// <param name="StateDirectory">The folder of the clinic in the sandbox.</param>
internal sealed record OtherEnvironment(Uri TokenUrl, string SecretsDirectory, string StateDirectory)
{
    /// <summary>Reads it from variables.</summary>
    /// <returns>Null where not all of it is there.</returns>
    public static OtherEnvironment? From(Func<string, string?> variable) =>
        Uri.TryCreate(variable("SANDBOX_TOKEN_URL"), UriKind.Absolute, out var tokens) && variable("SANDBOX_SECRETS_DIR") is { Length: > 0 } secrets && variable("SANDBOX_STATE_DIR") is { Length: > 0 } state
            ? new OtherEnvironment(tokens, secrets, state)
            : null;
}
