namespace Readiness.Osigu.Sample.Settings;

/// <summary>What the clinic is told from outside. Secrets are not among it: see <see cref="MountedSecrets"/>.</summary>
internal sealed record ClinicSettings
{
    /// <summary>Where the clinic listens, such as <c>http://127.0.0.1:5301</c>; several separated by semicolons.</summary>
    public required string ListenUrls { get; init; }

    /// <summary>Base address of the provider's API.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>The provider's token endpoint.</summary>
    public required Uri TokenUrl { get; init; }

    /// <summary>A PEM file with an authority that the provider's certificate may come from, beside those that the machine trusts; null for those alone.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>A folder with the files <c>client_id</c>, <c>client_secret</c> and <c>webhook_secret</c>.</summary>
    public required string SecretsDirectory { get; init; }

    /// <summary>A folder of the clinic's own, kept over restarts.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>Where the clinic's source tree is laid down, to be searched for secrets; null where nobody asks for it.</summary>
    public string? RepositoryDirectory { get; init; }

    /// <summary>Under which address the provider reaches the clinic.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The environment whose events are meant for this clinic.</summary>
    /// <value><c>sandbox</c> or <c>production</c>.</value>
    public string Environment { get; init; } = "sandbox";

    /// <summary>Where its other environment is; null for a clinic that knows of none.</summary>
    public OtherEnvironment? Other { get; init; }

    /// <summary>How the clinic reaches its secrets manager; only a clinic that has one is told.</summary>
    public SecretStoreSettings SecretStore { get; init; } = new();

    /// <summary>Where alerts are posted for whoever is on duty; null where nobody is named.</summary>
    public Uri? AlertsUrl { get; init; }

    /// <summary>Whether operations are read from standard input and answered on standard output.</summary>
    public bool AnswersOnStandardOutput { get; init; }

    /// <summary>Deliberate deviations, by name; none in a clinic that means business.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>Reads the settings from variables.</summary>
    /// <exception cref="SettingsException">One is missing or is no address.</exception>
    public static ClinicSettings From(Func<string, string?> variable)
    {
        var listen = Required("CLINIC_URLS");
        var firstListenUrl = listen.Split(';')[0];

        return new ClinicSettings
        {
            ListenUrls = listen,
            ApiUrl = Address("OSIGU_API_URL", Required("OSIGU_API_URL")),
            TokenUrl = Address("OSIGU_TOKEN_URL", Required("OSIGU_TOKEN_URL")),
            AuthorityFile = Optional("OSIGU_CA_FILE"),
            SecretsDirectory = Required("SECRETS_DIR"),
            StateDirectory = Required("STATE_DIR"),
            RepositoryDirectory = Optional("CLINIC_REPOSITORY"),
            PublicUrl = Address("CLINIC_PUBLIC_URL", Optional("CLINIC_PUBLIC_URL") ?? firstListenUrl),
            Environment = Optional("OSIGU_ENVIRONMENT") ?? "sandbox",
            Other = OtherEnvironment.From(variable),
            SecretStore = SecretStoreSettings.From(variable),
            AlertsUrl = Optional("CLINIC_ALERTS_URL") is { } duty ? Address("CLINIC_ALERTS_URL", duty) : null,
            AnswersOnStandardOutput = Optional("CLINIC_DRIVER") is "stdio",
            Switches = (variable("CLINIC_SWITCHES") ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };

        string? Optional(string name) => variable(name) is { Length: > 0 } value ? value : null;

        string Required(string name) =>
            Optional(name) ?? throw new SettingsException($"The variable {name} is not set. The clinic cannot start without it.");

        static Uri Address(string name, string value) =>
            Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? address
                : throw new SettingsException($"The variable {name} holds '{value}', which is no http or https address.");
    }
}
