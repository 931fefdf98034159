namespace Readiness.Configuration;

/// <summary>What came of reading the configuration.</summary>
public abstract record ConfigurationResult
{
    private ConfigurationResult()
    {
    }

    /// <summary>It is complete and consistent.</summary>
    public sealed record Loaded(HarnessConfiguration Configuration, IReadOnlyList<EffectiveValue> Values) : ConfigurationResult;

    /// <summary>It cannot be used. Every problem is there, at least one; <paramref name="Values"/> is what would have held.</summary>
    public sealed record Refused(IReadOnlyList<ConfigurationProblem> Problems, IReadOnlyList<EffectiveValue> Values) : ConfigurationResult;
}
