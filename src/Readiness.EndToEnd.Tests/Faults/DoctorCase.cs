using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>A fault that is caused for real, and what 'readiness doctor' has to say of it.</summary>
/// <param name="Fault">Its name in docs/doctor.md.</param>
/// <param name="Configuration">The configuration that has it.</param>
/// <param name="Saw">What has to stand in the message.</param>
public sealed record DoctorCase(string Fault, JsonObject Configuration, params IReadOnlyList<string> Saw)
{
    /// <summary>Seconds of the limit that has to pass first; 0 where the fault shows at once.</summary>
    public int Limit { get; init; }

    /// <summary>Files beside the configuration, by name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables of the harness, which the integration inherits.</summary>
    public IReadOnlyDictionary<string, string> Inherited { get; init; } = new Dictionary<string, string>();

    /// <summary>What the test shows where several cases have one fault.</summary>
    public string? Variation { get; init; }

    /// <summary>A case of the healthy configuration with something changed.</summary>
    internal static DoctorCase Of(string fault, Action<JsonObject> change, params IReadOnlyList<string> saw)
    {
        var configuration = StubConfiguration.Healthy();
        change(configuration);
        return new DoctorCase(fault, configuration, saw);
    }

    public override string ToString() => Variation is null ? Fault : $"{Fault}, {Variation}";
}
