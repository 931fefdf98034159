using System.Globalization;

namespace Readiness.Configuration;

/// <summary>What cannot be where a person drives, and what needs one.</summary>
internal sealed class ManualContradictions(EffectiveSettings settings, List<ConfigurationProblem> problems)
{
    private const string Kind = "driver.kind";
    private const string Url = "driver.url";
    private const string Concurrency = "driver.concurrency";
    private const string Answers = "driver.answers";
    private const string Record = "driver.record";

    /// <summary>Whether a person at the terminal does the operations.</summary>
    public static bool IsManual(EffectiveSettings settings) => "manual".Equals(settings.Text(Kind), StringComparison.OrdinalIgnoreCase);

    public void Check()
    {
        if (!IsManual(settings))
        {
            foreach (var key in new[] { Answers, Record }.Where(settings.IsGiven))
                Report(key, $"it belongs to a person who drives, and {Kind} is {settings.Text(Kind)}", $"{Kind} set to manual", $"set {Kind} to manual, or remove {key}");
            return;
        }

        if (settings.IsWritten(Url))
            Report(Url, "a person does the operations, and nothing is posted", $"no {Url} beside {Kind} manual", $"remove {Url}");
        if (settings.IsGiven(Concurrency) && int.TryParse(settings.Text(Concurrency), CultureInfo.InvariantCulture, out var open) && open > 1)
            Report(Concurrency, $"a person does one operation at a time, and {open} are asked for", "1", $"remove {Concurrency}");
        if (settings.Text(Answers) is { } answers && answers == settings.Text(Record))
            Report(Record, $"{Answers} names the same file", "another file to record into", $"name another file in {Record}; it gets the answers that were taken over as well");
    }

    private void Report(string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = settings.Where(key), Key = key, Problem = problem, Expected = expected, Next = next });
}
