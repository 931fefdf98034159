using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Something that keeps a run from beginning, and what a user has to be told about it.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Configuration">The configuration that has this fault.</param>
/// <param name="ExitCode">2 where the configuration is wrong, 3 where something else does not work.</param>
/// <param name="Step">What was tried.</param>
/// <param name="Saw">A part of what was seen.</param>
/// <param name="Remedy">A part of what to do about it.</param>
/// <param name="Limit">Seconds of the limit that had to pass first; 0 where the fault shows at once.</param>
public sealed record EnvironmentFault(string Name, JsonObject Configuration, int ExitCode, string Step, string Saw, string Remedy, int Limit = 0)
{
    public override string ToString() => Name;
}
