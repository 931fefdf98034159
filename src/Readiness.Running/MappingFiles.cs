using System.Globalization;
using System.Reflection;
using Readiness.Configuration;
using Readiness.Sandbox.OtherRoutes;
using Readiness.Verdicts;

namespace Readiness.Running;

/// <summary>A partner's own WireMock mapping files, served beside the provider's routes where the package set has WireMock.Net.</summary>
public static class MappingFiles
{
    private const string Step = "the mapping files are served";
    private const string Server = "Readiness.Sandbox.WireMock.WireMockRoutes, Readiness.Sandbox.WireMock";

    /// <summary>Null where the configuration names none.</summary>
    /// <exception cref="EnvironmentFaultException">This package set has no WireMock.Net, or it does not take the files.</exception>
    public static IOtherRoutes? Serve(SandboxSettings sandbox)
    {
        if (sandbox.Mappings is not { } folder)
        {
            return null;
        }

        if (Type.GetType(Server) is not { } server)
        {
            throw new EnvironmentFaultException(
                Step,
                $"sandbox.mappings names {folder}, but this build has no WireMock.Net: its package set is SpecFlow",
                "build with PackageSet=Reqnroll where your package feed serves WireMock.Net, or remove sandbox.mappings",
                ExitCode.Usage);
        }

        string[] files = [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        try
        {
            return (IOtherRoutes)Activator.CreateInstance(server, BindingFlags.DoNotWrapExceptions | BindingFlags.Public | BindingFlags.Instance, null, [files], CultureInfo.InvariantCulture)!;
        }
        catch (MappingFilesException fault)
        {
            throw new EnvironmentFaultException(Step, string.Join("\n    ", fault.Problems), "correct the files, or move them out of the folder", ExitCode.Usage);
        }
    }
}
