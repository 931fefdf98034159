using System.Reflection;

namespace Readiness.EndToEnd.Tests.Processes;

/// <summary>Where the programs are that these tests start.</summary>
internal static class Built
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The <c>dotnet</c> that runs these tests.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    public static string Readiness { get; } = Program("Readiness.Cli");

    public static string Integration { get; } = Program("Readiness.EndToEnd.Integration");

    /// <summary>The sample clinic, as it lies beside the harness.</summary>
    public static string Sample { get; } = Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(Readiness)!, "sample"), "Readiness.*.Sample.dll").Single();

    /// <summary>The provider that the sample clinic works with, as in the name of its program.</summary>
    public static string Provider { get; } = Path.GetFileName(Sample).Split('.')[1];

    private static string Program(string project) => Path.Combine(Root, "src", project, "bin", Configuration, "net10.0", $"{project}.dll");

    private static string Metadata(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
