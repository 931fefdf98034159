namespace Readiness.Configuration;

/// <summary>A way on which operations reach the integration.</summary>
public enum DriverKind
{
    /// <summary>Posted to an endpoint of the integration's own.</summary>
    Http,

    /// <summary>A line each on standard input and output of the launched process.</summary>
    Stdio,

    /// <summary>Through an API that the integration has anyway, as a file describes it.</summary>
    Mapping,

    /// <summary>Done by a person at the terminal, who says what the screen showed.</summary>
    Manual,
}
