namespace Readiness.SelfCheck.Run;

/// <summary>Settings of the .NET runtime for processes that live for a minute and mostly wait.</summary>
internal static class ShortLived
{
    /// <summary>
    /// Compiling hot methods a second time, and counting calls to find them, takes more time than such a process has left to win it back. Nobody attaches a
    /// debugger to it, and what is killed would leave the debugger's pipes behind in the temporary folder.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>
    {
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
        ["DOTNET_EnableDiagnostics"] = "0",
    };
}
