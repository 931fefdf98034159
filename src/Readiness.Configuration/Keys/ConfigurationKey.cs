namespace Readiness.Configuration;

/// <summary>One key of the configuration: the single place from which its validation, its help and its documentation come.</summary>
public sealed record ConfigurationKey
{
    /// <summary>The key with dots, such as <c>driver.url</c>. A list ends in <c>[]</c>; a name of the user's own choice is written <c>&lt;name&gt;</c>.</summary>
    public required string Path { get; init; }

    public ConfigurationValueKind Kind { get; init; } = ConfigurationValueKind.Text;

    /// <summary>The value where no layer sets one; null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>The smallest number allowed, itself included.</summary>
    public int Minimum { get; init; }

    /// <summary>The largest number allowed, itself included.</summary>
    public int Maximum { get; init; } = int.MaxValue;

    /// <summary>The words allowed where <see cref="Kind"/> is <see cref="ConfigurationValueKind.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The templates that are filled in here; empty where none is; null where braces are plain text.</summary>
    public IReadOnlyList<string>? Templates { get; init; }

    /// <summary>Whether <c>env:NAME</c> stands for the value of that environment variable.</summary>
    public bool TakesReferences { get; init; }

    /// <summary>What the key does, in one sentence.</summary>
    public required string Meaning { get; init; }

    /// <summary>What is expected, in words for a message.</summary>
    public string Expected => Kind switch
    {
        ConfigurationValueKind.WholeNumber when Maximum == int.MaxValue => $"a whole number of at least {Minimum}",
        ConfigurationValueKind.WholeNumber => $"a whole number from {Minimum} to {Maximum}",
        ConfigurationValueKind.Flag => "true or false",
        ConfigurationValueKind.Choice => string.Join(" or ", Choices),
        ConfigurationValueKind.Url => "an absolute http or https URL",
        ConfigurationValueKind.Date => "a date as yyyy-MM-dd",
        ConfigurationValueKind.Reference => "env:NAME or file:PATH",
        _ => "text",
    };

    internal bool IsList => Path.EndsWith("[]", StringComparison.Ordinal);

    internal bool IsMap => Path.EndsWith('>');

    /// <summary>The path without its <c>[]</c> or its last <c>.&lt;name&gt;</c>.</summary>
    internal string Base => IsList ? Path[..^2] : IsMap ? Path[..Path.LastIndexOf('.')] : Path;
}
