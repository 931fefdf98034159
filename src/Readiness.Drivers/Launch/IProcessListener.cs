namespace Readiness.Drivers.Launch;

/// <summary>Hears what the launched process writes to its standard output before it is kept as log text.</summary>
public interface IProcessListener
{
    /// <summary>True for what is meant for the listener, and no log text.</summary>
    bool Takes(OutputLine line);

    /// <summary>The process says nothing more: it ended, was ended, or closed its standard output.</summary>
    /// <param name="how">In words, such as <c>the process ended with exit code 3</c>.</param>
    void Ended(string how);
}
