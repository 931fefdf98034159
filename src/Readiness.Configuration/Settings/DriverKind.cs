namespace Readiness.Configuration;

/// <summary>The transport of the driver protocol.</summary>
public enum DriverKind
{
    /// <summary>One POST an operation.</summary>
    Http,

    /// <summary>One line of JSON an operation, on the launched process's standard input and output.</summary>
    Stdio,
}
