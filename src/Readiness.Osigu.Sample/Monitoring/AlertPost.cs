using System.Globalization;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>Writes alerts down as their receivers read them.</summary>
internal static class AlertPost
{
    /// <summary>The body of one post about these alerts.</summary>
    public static string Of(IReadOnlyList<RaisedAlert> alerts, bool asAlertmanager) => asAlertmanager
        ? new JsonObject
        {
            ["version"] = "4",
            ["groupKey"] = "{}:{}",
            ["status"] = alerts.Any(alert => alert.Firing) ? "firing" : "resolved",
            ["receiver"] = "duty",
            ["groupLabels"] = new JsonObject(),
            ["commonLabels"] = new JsonObject(),
            ["commonAnnotations"] = new JsonObject(),
            ["externalURL"] = "",
            ["alerts"] = new JsonArray([.. alerts.Select(Grouped)]),
        }.ToJsonString()
        : new JsonArray([.. alerts.Select(Plain)]).ToJsonString();

    private static JsonObject Grouped(RaisedAlert alert)
    {
        var labels = Labels(alert);
        labels["alertname"] = alert.Name;
        return new JsonObject
        {
            ["status"] = alert.Firing ? "firing" : "resolved",
            ["labels"] = labels,
            ["annotations"] = new JsonObject(),
            ["startsAt"] = Wire(alert.Since),
            ["endsAt"] = Wire(alert.Firing ? DateTimeOffset.MinValue : alert.At),
        };
    }

    private static JsonObject Plain(RaisedAlert alert) => new()
    {
        ["alert"] = alert.Name,
        ["status"] = alert.Firing ? "firing" : "resolved",
        ["labels"] = Labels(alert),
        ["at"] = Wire(alert.Firing ? alert.Since : alert.At),
    };

    private static string Wire(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static JsonObject Labels(RaisedAlert alert) => new(alert.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)JsonValue.Create(label.Value))));
}
