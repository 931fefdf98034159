namespace Readiness.Drivers.Launch;

/// <summary>A line that a process wrote, without its end; of a line that is too long, a piece.</summary>
/// <param name="Text">Bytes that are no UTF-8 are replaced.</param>
/// <param name="Part">Which part of its line it is.</param>
public sealed record OutputLine(string Text, LinePart Part);

/// <summary>How much of a line there is.</summary>
public enum LinePart
{
    /// <summary>All of it; also what a process that ended had not finished.</summary>
    Whole,

    /// <summary>The beginning of a line that is too long.</summary>
    Beginning,

    /// <summary>More of such a line; it begins with the last characters of the piece before, so that nothing is hidden by the cut.</summary>
    Rest,
}
