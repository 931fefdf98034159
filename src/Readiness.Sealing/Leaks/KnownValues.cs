using Readiness.Recording;
using Readiness.Secrets;

namespace Readiness.Sealing.Leaks;

/// <summary>What must stand in no file, as the run knows it. Held in memory only: once the run is over, nobody knows it any more.</summary>
public sealed record KnownValues
{
    private KnownValues()
    {
    }

    /// <summary>False once the run is over.</summary>
    public bool AreKnown { get; private init; }

    /// <summary>Credentials and tokens.</summary>
    public IReadOnlyList<KnownSecret> Secrets { get; private init; } = [];

    /// <summary>What stands for a person's data.</summary>
    public IReadOnlyList<KnownSecret> Personal { get; private init; } = [];

    /// <summary>Of a run that was over before.</summary>
    public static KnownValues None { get; } = new();

    public static KnownValues Of(MintedValues minted) => new()
    {
        AreKnown = true,
        Secrets = KnownSecret.Of(minted),
        Personal = [.. minted.Personal.Select(value => new KnownSecret($"{value.Mask} (a person's data)", value.Value))],
    };
}
