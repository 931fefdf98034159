using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Settings.Stores;

/// <summary>AWS Secrets Manager, with requests signed by Signature Version 4. The secret is JSON in a string.</summary>
internal sealed class AwsStore(ClinicSettings settings, Transport transport, TimeProvider time) : ISecretStore
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Action = "secretsmanager.GetSecretValue";
    private const string SignedHeaders = "content-type;host;x-amz-date;x-amz-target";

    private readonly HttpClient http = new(transport.Create()) { BaseAddress = settings.SecretStore.Url, Timeout = TimeSpan.FromSeconds(5) };

    public IReadOnlyDictionary<string, string> Read()
    {
        var body = new JsonObject { ["SecretId"] = settings.SecretStore.Secret }.ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(ContentType)) };
        var moment = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        request.Headers.Add("X-Amz-Date", moment);
        request.Headers.Add("X-Amz-Target", Action);
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(body, moment));
        using var answer = http.Send(request);
        var secret = StoreAnswer.Of(answer, "AWS Secrets Manager")["SecretString"]!.GetValue<string>();
        return JsonNode.Parse(secret)!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());
    }

    private string Authorization(string body, string moment)
    {
        var store = settings.SecretStore;
        string[] scope = [moment[..8], store.Place, "secretsmanager", "aws4_request"];
        var canonical = string.Join('\n', "POST", "/", "", $"content-type:{ContentType}", $"host:{store.Url.Authority}", $"x-amz-date:{moment}", $"x-amz-target:{Action}", "", SignedHeaders, Hash(body));
        var key = scope.Aggregate(Encoding.UTF8.GetBytes($"AWS4{store.Key}"), Keyed);
        var signature = Convert.ToHexStringLower(Keyed(key, string.Join('\n', "AWS4-HMAC-SHA256", moment, string.Join('/', scope), Hash(canonical))));
        return $"AWS4-HMAC-SHA256 Credential={store.Identity}/{string.Join('/', scope)}, SignedHeaders={SignedHeaders}, Signature={signature}";
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
