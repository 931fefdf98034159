namespace Readiness.Recording;

/// <summary>How far an answer got.</summary>
public enum Transmission
{
    /// <summary>Written whole.</summary>
    Complete,

    /// <summary>The sandbox reset the connection before, within or after the body, as a planned fault.</summary>
    Reset,

    /// <summary>The sandbox closed the connection before the announced length was sent, as a planned fault.</summary>
    Truncated,

    /// <summary>The client went away before the answer was complete.</summary>
    AbandonedByClient,

    /// <summary>The run ended before an answer was due.</summary>
    Unfinished,
}
