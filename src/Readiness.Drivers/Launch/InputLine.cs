namespace Readiness.Drivers.Launch;

/// <summary>A line for the standard input of the launched process.</summary>
/// <param name="text">Without its end.</param>
/// <param name="refused">Told why, in words, where the process takes nothing more.</param>
public sealed class InputLine(string text, Action<string> refused)
{
    private volatile bool withdrawn;

    public string Text { get; } = text;

    /// <summary>True once nobody waits for it any more.</summary>
    public bool IsWithdrawn => withdrawn;

    /// <summary>Where it was not yet written, it is not written any more.</summary>
    public void Withdraw() => withdrawn = true;

    internal void Refuse(string why) => refused(why);
}
