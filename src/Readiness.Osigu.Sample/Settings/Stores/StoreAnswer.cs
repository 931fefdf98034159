using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sample.Settings.Stores;

/// <summary>What a secrets manager answered.</summary>
internal static class StoreAnswer
{
    /// <exception cref="SettingsException">It is no success, or no JSON.</exception>
    public static JsonNode Of(HttpResponseMessage answer, string who)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw new SettingsException($"{who} answered {(int)answer.StatusCode}. Check address, identity and path of the clinic's secrets.");
        }

        try
        {
            using var body = answer.Content.ReadAsStream();
            return JsonNode.Parse(body)!;
        }
        catch (JsonException)
        {
            throw new SettingsException($"{who} answered something that is no JSON. Check its address.");
        }
    }
}
