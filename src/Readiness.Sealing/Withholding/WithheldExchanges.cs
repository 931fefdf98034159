namespace Readiness.Sealing.Withholding;

/// <summary>Whether the exchanges that a list names go with its lines.</summary>
internal static class WithheldExchanges
{
    // An exchange has a line for what was asked, whose number it bears, and one for the answer unless none came.
    private const int MostLines = 2;

    /// <summary>Null where they do. Which line was an answer to which cannot be seen any more.</summary>
    public static string? Problem(WithheldList list)
    {
        var lines = list.Lines.Select(line => line.Line).ToHashSet();
        return list.Exchanges.FirstOrDefault(number => !lines.Contains(number)) is > 0 and var missing
            ? $"withheld.json was changed: it names exchange {missing}, whose line is not withheld"
            : lines.Count > MostLines * list.Exchanges.Count
                ? "withheld.json was changed: more lines are withheld than its exchanges have"
                : null;
    }
}
