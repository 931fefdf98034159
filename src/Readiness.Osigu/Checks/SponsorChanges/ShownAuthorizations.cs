using System.Globalization;
using System.Text.Json;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorChanges;

/// <summary>What the integration shows of a request's authorizations in the result of <c>authorization.status</c>.</summary>
public static class ShownAuthorizations
{
    /// <summary>True where the request, or one of its authorizations, is shown as voided.</summary>
    public static bool AnyVoided(JsonElement result) =>
        IsWord(JsonText.At(result, "/status"), "VOIDED") || Of(result).Any(one => IsWord(JsonText.At(one, "/status"), "VOIDED"));

    /// <summary>True where an authorization is shown with that product in that quantity.</summary>
    public static bool AnyHolds(JsonElement result, string product, decimal quantity) =>
        Of(result).Any(one => ProductLines.Of(one).Any(line => line.Product == product && line.Quantity == quantity));

    /// <summary>True where an authorization is shown with that end of its validity.</summary>
    public static bool AnyRunsOut(JsonElement result, DateTimeOffset expiry) => Of(result).Any(one =>
        DateTimeOffset.TryParse(JsonText.At(one, "/expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var shown) && (shown - expiry).Duration() < TimeSpan.FromSeconds(1));

    /// <summary>How many authorizations are shown as approved.</summary>
    public static int Approved(JsonElement result) => Of(result).Count(one => IsWord(JsonText.At(one, "/status"), "APPROVED") || IsWord(JsonText.At(one, "/status"), "READY"));

    private static IReadOnlyList<JsonElement> Of(JsonElement result) => JsonText.Items(result, "/authorizations");

    private static bool IsWord(string? shown, string word) => string.Equals(shown?.Trim(), word, StringComparison.OrdinalIgnoreCase);
}
