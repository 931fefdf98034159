namespace Readiness.Osigu.Tests.Secrets;

/// <summary>Trials in which a secret is replaced: handed over at 10 s, the old one retired at 14 s, over at 20 s, with signs of life around it.</summary>
internal static class Rotations
{
    public static JournalBuilder Rotated(this JournalBuilder journal, string secret) => journal
        .Canary(1)
        .Note(NoteNames.SecretRotated, 10, ("secret", secret), ("channel", "file"), ("within", "4"))
        .Note(NoteNames.SecretRetired, 14, ("secret", secret))
        .Note(NoteNames.SecretReadmitted, 20, ("secret", secret))
        .Canary(21);
}
