using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Interruptions;

/// <summary>An integration that starts a child outside of its process tree, and then leaves every operation but the first unanswered.</summary>
internal static class DetachingIntegration
{
    /// <param name="pidFile">Gets the child's process id before the integration is ready.</param>
    public static JsonObject Silent(string pidFile)
    {
        var configuration = StubConfiguration.WithDriver("silent-after-1");
        configuration.Variables()["DETACHED_CHILD"] = pidFile;
        return configuration;
    }

    public static async Task<int> ChildOf(string pidFile) => int.Parse(await File.ReadAllTextAsync(pidFile), CultureInfo.InvariantCulture);
}
