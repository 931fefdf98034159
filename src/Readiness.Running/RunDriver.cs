using System.Diagnostics;
using Readiness.Configuration;
using Readiness.Drivers;
using Readiness.Drivers.Mapping;
using Readiness.Drivers.Stdio;
using Readiness.Running.Manual;
using Readiness.Running.Reaching;

namespace Readiness.Running;

/// <summary>The driver of a run, as its configuration chooses it.</summary>
internal static class RunDriver
{
    /// <summary>How it drives where that decides what answers mean, for the reports: by a person, or by a mapping; null where the integration answers itself.</summary>
    public static string? Words(DriverSettings settings) => settings switch
    {
        { Mapping: { } mapping } => $"through its own API, by the mapping {Path.GetFileName(mapping.File)} (SHA-256 {mapping.Sha256})",
        _ => ManualWay.Words(settings),
    };

    /// <param name="running">The integration, for a driver that talks to its process.</param>
    /// <param name="manual">Has a person drive.</param>
    public static IDriver Create(DriverSettings settings, LaunchTemplates templates, IRunningIntegration running, Func<IDriver> manual, TimeProvider clock) => settings.Kind switch
    {
        DriverKind.Http => new HttpDriver(templates.Url(settings.Url!), LaunchTemplates.Headers(settings.Headers)),
        DriverKind.Mapping => new MappingDriver(settings.Mapping!, templates.Url(settings.Url!), LaunchTemplates.Headers(settings.Headers), clock),
        DriverKind.Stdio => new StdioDriver(((LaunchedIntegration)running).Process, clock),
        DriverKind.Manual => manual(),
        _ => throw new UnreachableException($"a driver of kind {settings.Kind}"),
    };
}
