namespace Readiness.Configuration;

/// <summary>What a configuration value must be.</summary>
public enum ConfigurationValueKind
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>A whole number, within the key's range.</summary>
    WholeNumber,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>One of the key's choices, in any case.</summary>
    Choice,

    /// <summary>An absolute http or https URL.</summary>
    Url,

    /// <summary>A day, as <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>Where a credential is found: <c>env:NAME</c> or <c>file:PATH</c>.</summary>
    Reference,
}
