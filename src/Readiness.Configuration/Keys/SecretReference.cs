namespace Readiness.Configuration;

/// <summary>A value that is not written down: <c>env:NAME</c> names the environment variable that holds it.</summary>
public sealed record SecretReference
{
    private const string Prefix = "env:";

    private SecretReference(string variable) => Variable = variable;

    /// <summary>The variable's name.</summary>
    public string Variable { get; }

    /// <summary>The reference that the value is, or null for a value that is written out.</summary>
    public static SecretReference? Parse(string value) =>
        value.StartsWith(Prefix, StringComparison.Ordinal) && value.Length > Prefix.Length ? new(value[Prefix.Length..]) : null;

    /// <summary>The value to use: that of the variable for a reference, else the value itself.</summary>
    /// <exception cref="InvalidOperationException">The variable is gone since the configuration was read.</exception>
    public static string Resolve(string value, IReadOnlyDictionary<string, string> variables) =>
        Parse(value)?.Resolve(variables) ?? value;

    /// <summary>The variable's value.</summary>
    /// <exception cref="InvalidOperationException">The variable is gone since the configuration was read.</exception>
    public string Resolve(IReadOnlyDictionary<string, string> variables) =>
        variables.GetValueOrDefault(Variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The environment variable {Variable} is not set; the configuration refers to it as {this}.");

    public override string ToString() => Prefix + Variable;
}
