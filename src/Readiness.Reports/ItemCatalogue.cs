using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Readiness.Checklist;

namespace Readiness.Reports;

/// <summary>A checklist as JSON, for programs.</summary>
public static class ItemCatalogue
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Every item in the order of the checklist, with the provider's own lines. Ends without a line feed.</summary>
    public static string Of(ProviderChecklist checklist) => JsonSerializer.Serialize(checklist, Options);
}
