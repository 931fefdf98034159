using System.Globalization;
using Readiness.EndToEnd.Tests.Processes;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>The table of docs/doctor.md.</summary>
internal static class DoctorPage
{
    private static readonly Dictionary<string, DoctorRow> Rows = File.ReadLines(Path.Combine(Built.Root, "docs", "doctor.md"))
        .Select(line => line.Split(" | ").Select(cell => cell.Trim('|', ' ')).ToArray())
        .Where(cells => cells.Length == 6 && cells[0].StartsWith('`'))
        .ToDictionary(cells => cells[0].Trim('`'), cells => new DoctorRow(cells[1], cells[4], int.Parse(cells[5], CultureInfo.InvariantCulture)));

    public static DoctorRow Row(string fault) => Rows.TryGetValue(fault, out var row) ? row : throw new AssertionException($"docs/doctor.md does not list {fault}");
}

/// <summary>What the page says of a fault.</summary>
internal sealed record DoctorRow(string Step, string Remedy, int ExitCode);
