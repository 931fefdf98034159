using System.Collections.Concurrent;
using Readiness.Secrets.Allowing;
using Readiness.Secrets.Exact;
using Readiness.Secrets.Rules;

namespace Readiness.Secrets.Sources;

/// <summary>Gathers what many threads find, each secret once.</summary>
internal sealed class FindingBook(AllowList allow)
{
    /// <summary>A tree that holds more different secrets than this is no tree to be mended one by one.</summary>
    private const int MostFindings = 5000;

    private readonly ConcurrentDictionary<(string Rule, string Value), Entry> entries = new();
    private int notListed;

    public int Count => entries.Count;

    /// <summary>Different secrets beyond the most that are kept; how many of them differ is not known.</summary>
    public int NotListed => notListed;

    /// <summary>The values that were found.</summary>
    public IEnumerable<string> Values => entries.Keys.Select(key => key.Value).Distinct();

    public void Add(SecretForm form, FindingPlace place) => Add(KnownSecretRule.Text, form.Secret.Value, form.Secret.Name, null, place);

    public void Add(RuleText rule, string value, string? key, FindingPlace place) => Add(rule, value, null, key, place);

    /// <summary>Everything that was found, in a steady order; places of the working tree come first.</summary>
    public IEnumerable<SecretFinding> Findings() =>
        entries.Values.Select(entry => entry.Finding())
            .OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ThenBy(finding => finding.Places[0].Commit is null ? 0 : 1)
            .ThenBy(finding => finding.Places[0].Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Places[0].Line ?? 0)
            .ThenBy(finding => finding.Fingerprint, StringComparer.Ordinal);

    private void Add(RuleText rule, string value, string? secret, string? key, FindingPlace place)
    {
        if (!entries.TryGetValue((rule.Id, value), out var entry))
        {
            if (entries.Count >= MostFindings)
            {
                Interlocked.Increment(ref notListed);
                return;
            }

            entry = entries.GetOrAdd((rule.Id, value), _ => new Entry(rule, value, secret));
        }

        entry.Add(place, key, allow);
    }

    private sealed class Entry(RuleText rule, string value, string? secret)
    {
        private readonly Lock gate = new();
        private readonly Lazy<string> fingerprint = new(() => Exact.Fingerprint.Of(value));
        private readonly List<(FindingPlace Place, string? Key)> open = [];
        private readonly List<(FindingPlace Place, string? Key)> allowed = [];
        private AllowEntry? by;
        private int openCount;
        private int allowedCount;

        public void Add(FindingPlace place, string? key, AllowList allow)
        {
            var entry = allow.For(rule.Id, place.Path, fingerprint.Value);
            lock (gate)
            {
                if (entry is not null)
                {
                    by ??= entry;
                    allowedCount++;
                    Keep(allowed, place, key);
                }
                else
                {
                    openCount++;
                    Keep(open, place, key);
                }
            }
        }

        public SecretFinding Finding()
        {
            var isAllowed = openCount == 0;
            var list = (isAllowed ? allowed : open)
                .OrderBy(one => one.Place.Commit is null ? 0 : 1)
                .ThenBy(one => one.Place.ToString(), StringComparer.Ordinal)
                .ToList();
            return new SecretFinding
            {
                Rule = rule,
                Secret = secret,
                Key = list.Select(one => one.Key).FirstOrDefault(key => key is not null),
                Length = value.Length,
                Fingerprint = fingerprint.Value,
                Places = [.. list.Select(one => one.Place).Take(SecretFinding.MostPlaces)],
                PlaceCount = isAllowed ? allowedCount : openCount,
                AllowedPlaces = isAllowed ? 0 : allowedCount,
                AllowedBy = isAllowed ? by : null,
            };
        }

        // Places of the working tree push those of the past out of a list that is full.
        private static void Keep(List<(FindingPlace Place, string? Key)> list, FindingPlace place, string? key)
        {
            if (list.Count < SecretFinding.MostPlaces)
            {
                list.Add((place, key));
            }
            else if (place.Commit is null && list.FindIndex(one => one.Place.Commit is not null) is >= 0 and var old)
            {
                list[old] = (place, key);
            }
        }
    }
}
