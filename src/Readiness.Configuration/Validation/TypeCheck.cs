using System.Globalization;

namespace Readiness.Configuration;

/// <summary>Whether a value is what its key wants: the way it is written in JSON, its form, its range.</summary>
internal static class TypeCheck
{
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>What is wrong and what to do, or null.</summary>
    public static (string Problem, string Next)? Fault(Setting setting, WrittenKind kind) => WrongJson(setting, kind) ?? WrongForm(setting);

    /// <summary>A value's way of being written, in words.</summary>
    public static string Describe(WrittenKind kind) => kind switch
    {
        WrittenKind.Number => "a number",
        WrittenKind.Flag => "true or false",
        WrittenKind.Nothing => "null",
        WrittenKind.Section => "an object",
        WrittenKind.List => "a list",
        _ => "text",
    };

    public static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static (string, string)? WrongJson(Setting setting, WrittenKind kind)
    {
        var wanted = setting.Key.Kind switch
        {
            ConfigurationValueKind.Flag => WrittenKind.Flag,
            ConfigurationValueKind.WholeNumber => WrittenKind.Number,
            _ => WrittenKind.Text,
        };
        if (kind == WrittenKind.Plain || kind == wanted) return null;

        var next = wanted switch
        {
            WrittenKind.Text when kind is WrittenKind.Number or WrittenKind.Flag => $"write \"{setting.Value}\" in quotes",
            not WrittenKind.Text when kind == WrittenKind.Text && WrongForm(setting) is null => $"write {setting.Value} without quotes",
            _ => $"write {setting.Key.Expected}",
        };
        return ($"the value is {Describe(kind)}", next);
    }

    private static (string, string)? WrongForm(Setting setting)
    {
        var (key, value) = (setting.Key, setting.Value);
        var fault = key.Kind switch
        {
            // Neither a path, nor an argument, nor a header can hold it.
            _ when value.Contains('\0', StringComparison.Ordinal) => "the value holds a NUL character",
            ConfigurationValueKind.WholeNumber => NumberFault(key, value),
            ConfigurationValueKind.Flag when !bool.TryParse(value, out _) => $"'{Shown(value)}' is neither true nor false",
            ConfigurationValueKind.Choice when !key.Choices.Contains(value, StringComparer.OrdinalIgnoreCase) => $"'{Shown(value)}' is not one of the choices",
            ConfigurationValueKind.Url when !IsUrl(value) => $"'{Shown(value)}' is not such a URL",
            ConfigurationValueKind.Date when !IsDate(value, out _) => $"'{Shown(value)}' is not such a date",
            ConfigurationValueKind.Reference when CredentialReference.Parse(value) is null => "the value is neither env:NAME nor file:PATH",
            ConfigurationValueKind.Text when string.IsNullOrWhiteSpace(value) && !key.IsList && !key.IsMap => "the value is empty",
            _ => null,
        };
        if (fault is null) return null;
        return (fault, key.Default is null ? $"write {key.Expected}" : $"write {key.Expected}, or leave it out for {key.Default}");
    }

    private static string? NumberFault(ConfigurationKey key, string value) =>
        !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? $"'{Shown(value)}' is not a number"
        : number != decimal.Truncate(number) || !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && InRange(key, number) ? $"{Shown(value)} is not a whole number"
        : InRange(key, number) ? null
        : $"{Shown(value)} is outside the range";

    private static bool InRange(ConfigurationKey key, decimal number) => number >= key.Minimum && number <= key.Maximum;

    private static bool IsUrl(string value)
    {
        var filledIn = value
            .Replace($"{{{ConfigurationTemplates.IntegrationPort}}}", "1", StringComparison.Ordinal)
            .Replace($"{{{ConfigurationTemplates.ProductionPort}}}", "1", StringComparison.Ordinal);
        return Uri.TryCreate(filledIn, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Length > 0;
    }

    /// <summary>A URL's password must not reach the terminal, nor a page of text.</summary>
    private static string Shown(string value) =>
        SecretNames.IsUrlWithCredentials(value) ? "***" : value.Length > 60 ? value[..60] + "…" : value;
}
