namespace Readiness.Monitoring;

/// <summary>Alerts cannot be seen the way that was declared: a fault of the configuration or the environment, never the partner's.</summary>
/// <param name="message">What came back.</param>
/// <param name="remedy">What to do about it.</param>
/// <param name="isConfiguration">True where the configuration is wrong, false where something does not answer.</param>
public sealed class AlertSourceException(string message, string remedy, bool isConfiguration = false) : Exception(message)
{
    public string Remedy { get; } = remedy;

    public bool IsConfiguration { get; } = isConfiguration;
}
