using System.Text.Json;

namespace Readiness.Sealing.Withholding;

/// <summary>Which lines of a journal an exchange has.</summary>
internal static class ExchangeLines
{
    private static readonly string[] Asked = ["request", "delivery", "operation"];

    /// <summary>Numbers of lines, from 1: what was asked, and the answer unless none came.</summary>
    /// <exception cref="WithholdException">That number is no exchange.</exception>
    public static IReadOnlyList<int> Of(int exchange, IReadOnlyList<ReadOnlyMemory<byte>> lines)
    {
        if (exchange < 1 || exchange > lines.Count)
        {
            throw new WithholdException($"{exchange} is no line of the journal, which has {lines.Count}");
        }

        var (kind, of) = Read(lines[exchange - 1]);
        if (!Asked.Contains(kind))
        {
            throw new WithholdException(of is { } asked ? $"{exchange} is the answer of exchange {asked}: withhold {asked}, and the answer goes with it"
                : kind == "withheld" ? $"{exchange} is withheld already"
                : $"{exchange} is no exchange: that line of the journal is of the kind '{kind}'");
        }

        return [exchange, .. Enumerable.Range(1, lines.Count).Where(number => number > exchange && Read(lines[number - 1]).Of == exchange)];
    }

    private static (string? Kind, int? Of) Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return (
                json.RootElement.TryGetProperty("kind", out var kind) ? kind.GetString() : null,
                json.RootElement.TryGetProperty("of", out var of) && of.TryGetInt32(out var number) ? number : null);
        }
        catch (JsonException)
        {
            // The last line of a run that was killed.
            return (null, null);
        }
    }
}
