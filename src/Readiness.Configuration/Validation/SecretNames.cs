namespace Readiness.Configuration;

/// <summary>Tells by a name whether the value beside it is a secret.</summary>
internal static class SecretNames
{
    public const string WrittenOut = "a secret is written out";
    public const string Expected = "never a secret, only the variable that holds it";
    public const string NextForReferences = "put the value into an environment variable and write env:NAME here, or use a template such as {client.secret}";
    public const string NextForArguments = "use a template such as {client.secret}, or hand it over in integration.launch.environment as env:NAME";

    private static readonly string[] Signs =
        ["secret", "password", "passwd", "token", "authorization", "credential", "apikey", "api-key", "api_key", "cookie"];

    // TOKEN_URL and SECRETS_DIR say where a secret is got or kept, TOKEN_TIMEOUT_SECONDS how long something takes.
    private static readonly string[] HarmlessEndings = ["url", "uri", "endpoint", "dir", "directory", "path", "file", "seconds"];

    public static bool Matches(string name) =>
        Signs.Any(sign => name.Contains(sign, StringComparison.OrdinalIgnoreCase))
        && !HarmlessEndings.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether the setting writes a secret out: a header, a variable or an argument <c>--name=value</c> with a secret's
    /// name and a value that is neither a template nor, for headers and variables, a reference.
    /// </summary>
    public static bool IsWrittenOut(Setting setting)
    {
        if (setting.Key.TakesReferences)
            return Matches(setting.Path[(setting.Key.Base.Length + 1)..]) && SecretReference.Parse(setting.Value) is null && IsLiteral(setting.Value);
        return setting.Key is { IsList: true, Templates: not null }
            && setting.Value.Split('=', 2) is [var name, var value]
            && name.StartsWith('-') && Matches(name) && IsLiteral(value);
    }

    /// <summary>Whether the value is a URL that carries a user name or a password.</summary>
    public static bool IsUrlWithCredentials(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length > 0;

    /// <summary>The value for a terminal: <c>***</c> where it would show a secret.</summary>
    public static string Masked(Setting setting) =>
        IsWrittenOut(setting) || IsUrlWithCredentials(setting.Value) || HasSecretName(setting) || IsNoReference(setting) ? "***" : setting.Value;

    /// <summary>What stands where only a reference may stand is most likely the credential itself.</summary>
    private static bool IsNoReference(Setting setting) => setting.Key.Kind == ConfigurationValueKind.Reference && CredentialReference.Parse(setting.Value) is null;

    private static bool HasSecretName(Setting setting) =>
        setting.Key is { Kind: ConfigurationValueKind.Text, TakesReferences: false, IsList: false }
        && Matches(setting.Path[(setting.Path.LastIndexOf('.') + 1)..])
        && IsLiteral(setting.Value);

    /// <summary>Whether the value is there and holds no template.</summary>
    public static bool IsLiteral(string value) =>
        value.Length > 0 && !ConfigurationTemplates.UsedIn(value).Any(ConfigurationTemplates.All.Contains);
}
