namespace Readiness.Configuration;

/// <summary>Tells by a name whether the value beside it is a secret.</summary>
internal static class SecretNames
{
    private static readonly string[] Signs =
        ["secret", "password", "passwd", "token", "authorization", "credential", "apikey", "api-key", "api_key", "cookie"];

    // TOKEN_URL and SECRETS_DIR say where a secret is got or kept, TOKEN_TIMEOUT_SECONDS how long something takes.
    private static readonly string[] HarmlessEndings = ["url", "uri", "endpoint", "dir", "directory", "path", "file", "seconds"];

    public static bool Matches(string name) =>
        Signs.Any(sign => name.Contains(sign, StringComparison.OrdinalIgnoreCase))
        && !HarmlessEndings.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the setting writes a secret out: a header or a variable with a secret's name and a value that is neither a template nor a reference.</summary>
    public static bool IsWrittenOut(Setting setting) =>
        setting.Key.TakesReferences
        && setting.Value.Length > 0
        && Matches(setting.Path[(setting.Key.Base.Length + 1)..])
        && SecretReference.Parse(setting.Value) is null
        && !ConfigurationTemplates.UsedIn(setting.Value).Any(ConfigurationTemplates.All.Contains);

    /// <summary>Whether the value is a URL that carries a user name or a password.</summary>
    public static bool IsUrlWithCredentials(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length > 0;

    /// <summary>The value for a terminal: <c>***</c> where it would show a secret.</summary>
    public static string Masked(Setting setting) =>
        IsWrittenOut(setting) || IsUrlWithCredentials(setting.Value) ? "***" : setting.Value;
}
