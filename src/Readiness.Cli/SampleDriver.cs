using System.CommandLine;
using Readiness.Configuration;
using Readiness.SelfCheck.Reports;

namespace Readiness.Cli;

/// <summary>The option that says how the bundled sample is driven.</summary>
internal static class SampleDriver
{
    private static readonly DriverKind[] Offered = [DriverKind.Http, DriverKind.Stdio, DriverKind.Mapping];

    public static Option<string> Option(string name, string meaning)
    {
        var option = new Option<string>(name) { Description = $"{meaning}: {string.Join(", ", Offered.Select(Word))}", DefaultValueFactory = _ => Word(DriverKind.Http) };
        option.AcceptOnlyFromAmong([.. Offered.Select(Word)]);
        return option;
    }

    public static DriverKind Chosen(ParseResult line, Option<string> option) => Offered.First(kind => Word(kind) == line.GetValue(option));

    /// <summary>As it is written on the command line and in the configuration.</summary>
    public static string Word(DriverKind kind) => MatrixWords.Of(kind);
}
