namespace Readiness.Verdicts;

/// <summary>Exit codes of every command, by cause.</summary>
public static class ExitCode
{
    public const int Ready = 0;
    public const int NotReady = 1;

    /// <summary>The command line or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The integration or its surroundings do not work: nothing was judged.</summary>
    public const int Environment = 3;

    public const int Incomplete = 4;

    /// <summary>The harness itself failed.</summary>
    public const int Harness = 5;

    /// <summary>A package is not what was sealed, or was not sealed by whom it should be.</summary>
    public const int Changed = 6;

    /// <summary>Ended by SIGINT (Ctrl-C).</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by SIGTERM.</summary>
    public const int Terminated = 143;
}
