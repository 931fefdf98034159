namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>Holds the rules against the metrics, and tells what changed since the last time.</summary>
internal sealed class AlertEvaluation(AlertRules rules, ClinicMetrics metrics, TimeProvider time)
{
    private readonly Dictionary<string, Case> cases = new(StringComparer.Ordinal);

    /// <summary>What has to be told now.</summary>
    public IReadOnlyList<RaisedAlert> Next()
    {
        var now = time.GetUtcNow();
        List<RaisedAlert> changes = [];
        HashSet<string> holding = new(StringComparer.Ordinal);
        foreach (var rule in rules.Rules)
        {
            foreach (var labels in rule.Cases(metrics))
            {
                var key = string.Join('\n', labels.Select(label => $"{label.Key}={label.Value}").Prepend(rule.Name));
                holding.Add(key);
                if (!cases.TryGetValue(key, out var known))
                {
                    cases[key] = known = new Case(rule.Name, labels, now);
                }

                Advance(known, now, changes);
            }
        }

        foreach (var (key, over) in cases.Where(entry => !holding.Contains(entry.Key)).ToList())
        {
            cases.Remove(key);
            if (over.FiringSince is { } since)
            {
                changes.Add(new RaisedAlert(over.Name, Firing: false, over.Labels, since, now));
            }
        }

        return changes;
    }

    private void Advance(Case one, DateTimeOffset now, List<RaisedAlert> changes)
    {
        switch (one.FiringSince)
        {
            case null when now - one.HoldsSince >= rules.For:
                one.FiringSince = now;
                Tell(one, now, changes);
                break;
            case { } since when now - since >= rules.PauseAfter:
                changes.Add(new RaisedAlert(one.Name, Firing: false, one.Labels, since, now));
                (one.FiringSince, one.HoldsSince) = (null, now);
                break;
            case not null when now - one.ToldAt >= rules.RepeatAfter:
                Tell(one, now, changes);
                break;
        }
    }

    private static void Tell(Case one, DateTimeOffset now, List<RaisedAlert> changes)
    {
        one.ToldAt = now;
        changes.Add(new RaisedAlert(one.Name, Firing: true, one.Labels, one.FiringSince!.Value, now));
    }

    private sealed record Case(string Name, IReadOnlyDictionary<string, string> Labels, DateTimeOffset Began)
    {
        public DateTimeOffset HoldsSince { get; set; } = Began;

        public DateTimeOffset? FiringSince { get; set; }

        public DateTimeOffset ToldAt { get; set; }
    }
}
