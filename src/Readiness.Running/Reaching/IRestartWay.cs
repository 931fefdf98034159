namespace Readiness.Running.Reaching;

/// <summary>A way to have a running integration started again by somebody else.</summary>
internal interface IRestartWay
{
    /// <summary>Why it cannot be done; null where it can.</summary>
    string? Not { get; }

    /// <summary>Has it ended and started again.</summary>
    /// <param name="credentials">What it is to use from then on, by template.</param>
    /// <exception cref="Drivers.Launch.LaunchException">It was not done.</exception>
    Task Restart(IReadOnlyDictionary<string, string> credentials, CancellationToken cancellation);
}
