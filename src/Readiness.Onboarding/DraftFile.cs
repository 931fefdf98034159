namespace Readiness.Onboarding;

/// <summary>One file that a newcomer begins with.</summary>
/// <param name="Path">From the folder of the configuration, with forward slashes.</param>
/// <param name="Purpose">What it is for, in a few words.</param>
public sealed record DraftFile(string Path, string Text, string Purpose)
{
    /// <summary>Whether only its owner may read it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether one that is there already stays, whatever it holds.</summary>
    public bool IsFirstOnly { get; init; }

    /// <summary>Whether its lines join those that are there, instead of taking their place.</summary>
    public bool IsAddition { get; init; }
}
