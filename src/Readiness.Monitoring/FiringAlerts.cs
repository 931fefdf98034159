using System.Text.Json;

namespace Readiness.Monitoring;

/// <summary>The alerts that were firing at one moment.</summary>
/// <param name="Skew">How far the source's clock is ahead of this machine's, by the Date of its answer; zero where that lies within its grain.</param>
public sealed record FiringAlerts(IReadOnlyList<ObservedAlert> Alerts, TimeSpan Skew)
{
    /// <summary>One alert of a source's list, which holds only what is firing.</summary>
    /// <param name="beginning">The field that says when it began.</param>
    /// <returns>Null where it has no name.</returns>
    internal static ObservedAlert? Read(JsonElement alert, string beginning)
    {
        var labels = AlertPosts.Texts(alert, "labels");
        return labels.Remove("alertname", out var name)
            ? new ObservedAlert
            {
                Name = name,
                Firing = true,
                Labels = labels,
                Texts = [.. AlertPosts.Texts(alert, "annotations").Values],
                BeganAt = AlertPosts.Time(alert, beginning),
                BeginningIsSteady = true,
            }
            : null;
    }
}
