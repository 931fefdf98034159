using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Integration;

/// <summary>As little of a provider's client as the harness's first operation needs: a token, and the search for a person.</summary>
internal sealed class ProviderClient(ProviderAccess access) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Searches with a token of its own.</summary>
    /// <param name="credentialsInBody">Sends the credentials in the form instead of the Basic header, which the provider refuses.</param>
    public async Task<JsonObject> Search(JsonNode input, bool credentialsInBody)
    {
        try
        {
            if (await Token(credentialsInBody) is not { } token)
            {
                return Failed("no token was granted");
            }

            using var search = new HttpRequestMessage(HttpMethod.Post, $"{access.ApiUrl}/v1/sponsors/{input["sponsor_slug"]}/search");
            search.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            search.Content = JsonContent.Create(input["fields"]);
            using var answer = await http.SendAsync(search);
            var found = await answer.Content.ReadFromJsonAsync<JsonObject>();
            return answer.IsSuccessStatusCode
                ? new JsonObject { ["outcome"] = "succeeded", ["result"] = new JsonObject { ["beneficiary_id"] = found?["beneficiary_id"]?.DeepClone(), ["coverage_active"] = true } }
                : Failed($"the provider answered {(int)answer.StatusCode}");
        }
        catch (HttpRequestException fault)
        {
            return Failed($"the provider cannot be reached: {fault.Message}");
        }
    }

    /// <summary>Asks, as a job of its own would, which claims of a batch await settlement.</summary>
    public async Task LookAtSettlements()
    {
        using var look = new HttpRequestMessage(HttpMethod.Get, $"{access.ApiUrl}/v3/settlements/stl_0/pending-authorizations");
        look.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(credentialsInBody: false));
        using var answer = await http.SendAsync(look);
    }

    public void Dispose() => http.Dispose();

    private async Task<string?> Token(bool credentialsInBody)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, access.TokenUrl);
        KeyValuePair<string, string>[] form = [new("grant_type", "client_credentials")];
        if (credentialsInBody)
        {
            form = [.. form, new("client_id", access.ClientId), new("client_secret", access.ClientSecret)];
        }
        else
        {
            var pair = Encoding.UTF8.GetBytes($"{access.ClientId}:{access.ClientSecret}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
        }

        request.Content = new FormUrlEncodedContent(form);
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonObject>())?["access_token"]?.GetValue<string>() : null;
    }

    private static JsonObject Failed(string message) => new() { ["outcome"] = "failed", ["message"] = message };
}
