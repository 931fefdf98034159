namespace Readiness.Monitoring;

/// <summary>A system of the partner's that knows which of its alerts are firing.</summary>
public interface IAlertSource
{
    /// <summary>Finds out before anything is judged whether it answers and fits what was declared.</summary>
    /// <returns>What was found, in words.</returns>
    /// <exception cref="AlertSourceException">It does not.</exception>
    Task<string> Examine(CancellationToken cancellation);

    /// <summary>The alerts that are firing now.</summary>
    /// <exception cref="AlertSourceException">They could not be read.</exception>
    Task<FiringAlerts> Read(CancellationToken cancellation);
}
