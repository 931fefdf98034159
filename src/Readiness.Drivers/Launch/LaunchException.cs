namespace Readiness.Drivers.Launch;

/// <summary>The integration could not be started. A fault of the environment, never of an item.</summary>
public sealed class LaunchException(string message, string remedy) : Exception(message)
{
    /// <summary>What to do about it.</summary>
    public string Remedy { get; } = remedy;
}
