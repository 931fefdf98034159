using System.Text.Json;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>How a patient of a prescription can be reached, as the clerk entered it.</summary>
internal static class ContactDetails
{
    /// <param name="name"><c>email</c> or <c>phone</c>.</param>
    public static string Of(JsonElement input, string name) =>
        input.TryGetProperty("patient", out var patient) && patient.TryGetProperty(name, out var value) ? value.ToString() : "nobody";
}
