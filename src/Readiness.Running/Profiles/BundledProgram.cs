using System.Runtime.InteropServices;

namespace Readiness.Running.Profiles;

/// <summary>How a program that lies beside the harness is started: by the host of .NET or, in a build that brings its runtime along, by itself.</summary>
public sealed record BundledProgram
{
    private const string Extension = ".dll";

    private BundledProgram(string command, IReadOnlyList<string> arguments) => (Command, Arguments) = (command, arguments);

    public string Command { get; }

    public IReadOnlyList<string> Arguments { get; }

    /// <param name="assembly">The full path of its assembly, with <c>.dll</c>.</param>
    public static BundledProgram At(string assembly)
    {
        var folder = Path.GetDirectoryName(assembly)!;
        return File.Exists(Path.Combine(folder, "System.Private.CoreLib.dll"))
            ? new BundledProgram(assembly[..^Extension.Length] + (OperatingSystem.IsWindows() ? ".exe" : ""), [])
            : new BundledProgram(DotnetHost(), [assembly]);
    }

    /// <summary>The host that runs this process, then the one that its runtime belongs to, then the one in PATH.</summary>
    private static string DotnetHost()
    {
        if (Environment.ProcessPath is { } running && Path.GetFileNameWithoutExtension(running) == "dotnet")
        {
            return running;
        }

        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var besideTheRuntime = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name));
        return File.Exists(besideTheRuntime) ? besideTheRuntime : "dotnet";
    }
}
