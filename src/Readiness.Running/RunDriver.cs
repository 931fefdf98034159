using System.Diagnostics;
using Readiness.Configuration;
using Readiness.Drivers;

namespace Readiness.Running;

/// <summary>The driver of a run, as its configuration chooses it.</summary>
internal static class RunDriver
{
    public static IDriver Create(DriverSettings settings, LaunchTemplates templates) => settings.Kind switch
    {
        DriverKind.Http => new HttpDriver(templates.Url(settings.Url), LaunchTemplates.Headers(settings.Headers)),
        _ => throw new UnreachableException($"a driver of kind {settings.Kind}"),
    };
}
