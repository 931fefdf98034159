namespace Readiness.Monitoring;

/// <summary>An alert as a sender or a query tells it.</summary>
public sealed record ObservedAlert
{
    public required string Name { get; init; }

    /// <summary>True while it is firing; false once it is resolved.</summary>
    public required bool Firing { get; init; }

    /// <summary>Its labels, its name not among them.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>What is said about it, such as its annotations.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>When it began by the sender's clock; null where that is not said.</summary>
    public DateTimeOffset? BeganAt { get; init; }

    /// <summary>True where <see cref="BeganAt"/> stays the same as long as it is firing, so that a later one means that it fired again.</summary>
    public bool BeginningIsSteady { get; init; }

    /// <summary>Equal for what is the same alert: its name and all its labels.</summary>
    internal string Identity => string.Join('\n', Labels.OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value}").Prepend(Name));
}
