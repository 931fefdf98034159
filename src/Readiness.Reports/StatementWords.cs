using Readiness.Verdicts;

namespace Readiness.Reports;

/// <summary>The words for what rests on people, the same in every report.</summary>
internal static class StatementWords
{
    extension(Attestation by)
    {
        /// <summary>What follows the day of the statement: its end, where it has one.</summary>
        public string Until => by.Expires is { } last ? $", valid until {last}" : "";

        /// <summary>What marks a statement that nobody vouches for.</summary>
        public string Mark => by.Demonstration ? " (demonstration: nobody vouches for it)" : "";
    }

    extension(Waiver waiver)
    {
        /// <summary>Who approved it, and when.</summary>
        public string By => $"{waiver.Approver}{(waiver.Role.Length > 0 ? $", {waiver.Role}" : "")}{(waiver.Date.Length > 0 ? $", on {waiver.Date}" : "")}";
    }

    extension(ItemResult item)
    {
        /// <summary>The files that support its statement or waiver, a line each; what was withheld says why.</summary>
        public IReadOnlyList<string> EvidenceLines =>
            [.. (item.EvidenceFiles ?? []).Select(file => file.Withheld is { } why ? $"{file.File}: withheld, {why}" : $"{file.File} ({file.Bytes} bytes, SHA-256 {file.Sha256})")];
    }
}
