namespace Readiness.Checks;

/// <summary>What a check concludes from a journal.</summary>
public abstract record Judgement
{
    private Judgement()
    {
    }

    /// <summary>Numbers of the journal entries that it rests on.</summary>
    public IReadOnlyList<int> Evidence { get; init; } = [];

    /// <summary>Exercised, and what had to be true was seen to be true.</summary>
    /// <param name="Saw">One sentence for the report, worded as seen.</param>
    public sealed record Passed(string Saw) : Judgement
    {
        /// <summary>Things that are weak but not wrong. They never change the verdict.</summary>
        public IReadOnlyList<string> Advice { get; init; } = [];
    }

    /// <summary>Exercised, and seen to be false. Every finding, not the first.</summary>
    public sealed record Failed(IReadOnlyList<Finding> Findings) : Judgement;

    /// <summary>The evidence does not decide.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Inconclusive(string Reason) : Judgement;

    /// <summary>Nothing wrong so far; the verdict needs the journal to reach further.</summary>
    /// <param name="Until">Time in the run at which a watch may end.</param>
    /// <param name="WaitingFor">What is being waited for, for the terminal.</param>
    public sealed record Undecided(TimeSpan Until, string WaitingFor) : Judgement;
}
