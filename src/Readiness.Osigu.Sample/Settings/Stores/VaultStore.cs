using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Settings.Stores;

/// <summary>HashiCorp Vault, KV version 2, with a login by AppRole whose token serves until its lease is nearly over.</summary>
internal sealed class VaultStore(ClinicSettings settings, Transport transport, TimeProvider time) : ISecretStore
{
    /// <summary>Before a lease ends the clinic logs in again.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly HttpClient http = new(transport.Create()) { BaseAddress = settings.SecretStore.Url, Timeout = TimeSpan.FromSeconds(5) };
    private string? token;
    private DateTimeOffset until;

    public IReadOnlyDictionary<string, string> Read() => Read(again: false);

    private IReadOnlyDictionary<string, string> Read(bool again)
    {
        if (token is null || time.GetUtcNow() >= until)
        {
            LogIn();
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/{settings.SecretStore.Place}/data/{settings.SecretStore.Secret}");
        request.Headers.Add("X-Vault-Token", token);
        using var answer = http.Send(request);
        if (answer.StatusCode == HttpStatusCode.Forbidden && !again)
        {
            token = null;
            return Read(again: true);
        }

        return StoreAnswer.Of(answer, "Vault")["data"]!["data"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>());
    }

    private void LogIn()
    {
        var asked = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/auth/approle/login")
        {
            Content = JsonContent.Create(new JsonObject { ["role_id"] = settings.SecretStore.Identity, ["secret_id"] = settings.SecretStore.Key }),
        };
        using var answer = http.Send(request);
        var auth = StoreAnswer.Of(answer, "Vault")["auth"]!;
        token = auth["client_token"]!.GetValue<string>();
        until = asked + TimeSpan.FromSeconds(auth["lease_duration"]!.GetValue<long>()) - Margin;
    }
}
