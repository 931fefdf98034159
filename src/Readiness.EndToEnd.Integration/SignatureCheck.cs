using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Integration;

/// <summary>Checks the signature of an event, rightly or in one of the ways that go wrong in practice.</summary>
internal static class SignatureCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <summary>How far this receiver's clock is ahead in that manner.</summary>
    public static TimeSpan Skew(string manner) => manner == "clock-off" ? TimeSpan.FromMinutes(20) : TimeSpan.Zero;

    public static bool Holds(string header, byte[] body, ProviderAccess access, string manner, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        if (!long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var time))
        {
            return false;
        }

        var clock = now + Skew(manner) + (manner == "local-time" ? TimeSpan.FromHours(2) : TimeSpan.Zero);
        var secret = manner switch
        {
            "client-secret" => access.ClientSecret,
            "no-secret" => "",
            "stranger" => "the-secret-of-another-environment",
            _ => access.WebhookSecret,
        };
        var signed = manner == "rewritten" ? Rewritten(body) : body;
        byte[] message = manner == "body-alone" ? signed : [.. Encoding.ASCII.GetBytes($"{time}."), .. signed];
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message));
        return parts["v1"].Contains(mac, StringComparer.Ordinal) && (clock - DateTimeOffset.FromUnixTimeSeconds(time)).Duration() <= Tolerance;
    }

    /// <summary>As Python writes JSON: a space after every colon and comma.</summary>
    private static byte[] Rewritten(byte[] body)
    {
        static string Written(JsonNode? node) => node switch
        {
            JsonObject members => $"{{{string.Join(", ", members.Select(member => $"\"{member.Key}\": {Written(member.Value)}"))}}}",
            JsonArray items => $"[{string.Join(", ", items.Select(Written))}]",
            null => "null",
            _ => node.ToJsonString(),
        };
        return Encoding.UTF8.GetBytes(Written(JsonNode.Parse(body)));
    }
}
