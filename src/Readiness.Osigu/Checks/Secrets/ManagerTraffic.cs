using System.Globalization;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>What the integration read from the secrets manager that the harness plays.</summary>
internal static class ManagerTraffic
{
    /// <summary>The least that a process may read within a minute without a cause, where the run's settings do not say.</summary>
    private const int UsualReads = 6;

    extension(Journal journal)
    {
        /// <summary>How often one process may read within a minute without a cause; null where no manager is played.</summary>
        public int? ReadsPerMinute =>
            journal.Run?.Settings.ContainsKey(SecretManagerAnnotations.Setting) != true ? null
            : int.TryParse(journal.Run.Settings.GetValueOrDefault(SecretManagerAnnotations.ReadsPerMinute), NumberStyles.None, CultureInfo.InvariantCulture, out var reads) ? reads
            : UsualReads;

        /// <summary>Every request that a manager answered with the values of a version.</summary>
        public IEnumerable<Exchange> ManagerReads => journal.ExchangesWithOthers.Where(exchange => exchange.VersionRead is not null);
    }

    extension(Exchange exchange)
    {
        /// <summary>The number of the version that a manager handed out, from 1; null for any other request.</summary>
        public int? VersionRead => int.TryParse(exchange.Annotation(SecretManagerAnnotations.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

        /// <summary>The names of the minted values in that version.</summary>
        public IReadOnlyList<string> ValuesRead => exchange.Annotation(SecretManagerAnnotations.Held)?.Split(' ') ?? [];
    }

    /// <summary>Notes what keeps anything about a manager from being concluded: none is played, or nothing was read there.</summary>
    /// <returns>True where something can be concluded.</returns>
    public static bool WasRead(Trial trial)
    {
        if (trial.Journal.ReadsPerMinute is null)
        {
            trial.Lacks("no secrets manager is declared: secrets.manager");
            return false;
        }

        if (trial.Journal.ManagerReads.Any())
        {
            return true;
        }

        var asked = trial.Journal.ExchangesWithOthers;
        var refused = asked.LastOrDefault(exchange => exchange.Annotation(SecretManagerAnnotations.Looked) is not null);
        trial.Rest(asked.Select(exchange => exchange.Number));
        trial.Lacks(refused is null
            ? "the integration read nothing from the secrets manager that the harness plays: point it there as docs/secret-managers.md says"
            : $"the integration asked the secrets manager {Say.Count(asked.Count, "time")} and read nothing; the last answer was {refused.Status}: {refused.Annotation(SecretManagerAnnotations.Looked)}");
        return false;
    }
}
