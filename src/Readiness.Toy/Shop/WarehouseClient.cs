using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Readiness.Toy.Shop;

/// <summary>Calls the warehouse, one call after the other, with a token that is asked for once.</summary>
internal sealed class WarehouseClient(Uri api, Uri tokenUrl, string secrets, ShopSwitch? different) : IDisposable
{
    private readonly HttpClient http = new();
    private readonly SemaphoreSlim line = new(different == ShopSwitch.TwoAtOnce ? 2 : 1);
    private readonly SemaphoreSlim tokenDesk = new(1);
    private string? token;

    public async Task<(int Status, string Text)> Send(HttpMethod method, string path, JsonObject? body = null)
    {
        await line.WaitAsync();
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(api, path)) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token());
            request.Headers.ConnectionClose = different == ShopSwitch.OneConnectionPerCall;
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        finally
        {
            line.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        line.Dispose();
        tokenDesk.Dispose();
    }

    private async Task<string> Token()
    {
        await tokenDesk.WaitAsync();
        try
        {
            return token ??= await NewToken();
        }
        finally
        {
            tokenDesk.Release();
        }
    }

    private async Task<string> NewToken()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = await Secret("client_id"),
            ["client_secret"] = await Secret("client_secret"),
        });
        using var response = await http.PostAsync(tokenUrl, form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
    }

    private Task<string> Secret(string name) => File.ReadAllTextAsync(Path.Combine(secrets, name));
}
