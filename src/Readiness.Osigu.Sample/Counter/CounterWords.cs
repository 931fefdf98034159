using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sample.Counter;

/// <summary>The words that the clinic's own screens use, beside those of the provider.</summary>
internal static class CounterWords
{
    private static readonly Dictionary<string, string> ByClinic = new()
    {
        ["payer"] = "sponsor_slug",
        ["memberId"] = "beneficiary_id",
        ["member"] = "beneficiary",
        ["covered"] = "coverage_active",
        ["card"] = "fields",
        ["orderNumber"] = "authorization_request_id",
        ["decisions"] = "authorizations",
        ["approvalCode"] = "authorization_code",
        ["reason"] = "rejection_reason",
        ["validUntil"] = "expires_at",
        ["lines"] = "products",
        ["sku"] = "product_code",
        ["kind"] = "product_type",
        ["amount"] = "quantity",
        ["directions"] = "posology",
        ["diagnosis"] = "diagnosis_code",
        ["letter"] = "indication",
        ["prescriberLicense"] = "professional_license_number",
        ["service"] = "service_type_code",
        ["category"] = "authorization_type",
        ["branch"] = "provider_branch_id",
        ["pins"] = "otp_codes",
        ["fingerprint"] = "biometric_sample",
        ["receiptNumber"] = "dispensation_id",
        ["items"] = "line_items",
        ["event"] = "event_id",
    };

    private static readonly Dictionary<string, string> ByProvider = ByClinic.ToDictionary(word => word.Value, word => word.Key);

    // What stands on a card, or came from another system, keeps its own words.
    private static readonly HashSet<string> KeptAsTheyAre = ["card", "fields", "patient", "doctor", "medications", "items", "line_items"];

    public static JsonNode? FromClinic(JsonNode? node) => Renamed(node, name => ByClinic.GetValueOrDefault(name) ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(name));

    public static JsonNode? ToClinic(JsonNode? node) => Renamed(node, name => ByProvider.GetValueOrDefault(name) ?? JsonNamingPolicy.CamelCase.ConvertName(Joined(name)));

    private static JsonNode? Renamed(JsonNode? node, Func<string, string> rename) => node switch
    {
        null => null,
        JsonObject holder => new JsonObject(holder.Select(member => KeyValuePair.Create(
            rename(member.Key), KeptAsTheyAre.Contains(member.Key) ? member.Value?.DeepClone() : Renamed(member.Value, rename)))),
        JsonArray list => new JsonArray([.. list.Select(element => Renamed(element, rename))]),
        _ => node.DeepClone(),
    };

    private static string Joined(string name) => string.Concat(name.Split('_').Select(part => part.Length == 0 ? "" : char.ToUpperInvariant(part[0]) + part[1..]));
}
