using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Readiness.EndToEnd.Integration;

/// <summary>As little of a provider's client as the harness's first operation needs: a token, and the search for a person.</summary>
internal sealed class ProviderClient(ProviderAccess access) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = access.Proxy.Length > 0, Proxy = access.Proxy.Length > 0 ? new WebProxy(access.Proxy) : null });

    /// <summary>Searches with a token of its own.</summary>
    public async Task<JsonObject> Search(JsonNode input, TokenManner manner)
    {
        try
        {
            await SayHello();
            var token = manner == TokenManner.NotAtAll ? "kept-from-yesterday" : await Token(manner);
            if (token is null)
            {
                return Failed("no token was granted");
            }

            using var search = Request(HttpMethod.Post, $"{access.ApiUrl}/v1/sponsors/{input["sponsor_slug"]}/search");
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
        using var look = Request(HttpMethod.Get, $"{access.ApiUrl}/v3/settlements/stl_0/pending-authorizations");
        look.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(TokenManner.AsDocumented));
        using var answer = await http.SendAsync(look);
    }

    /// <summary>Subscribes to events at an address.</summary>
    public async Task Subscribe(string url)
    {
        using var subscribe = Request(HttpMethod.Post, $"{access.ApiUrl}/webhooks/v1/subscriptions");
        subscribe.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(TokenManner.AsDocumented));
        subscribe.Content = JsonContent.Create(new JsonObject { ["url"] = url, ["event_types"] = new JsonArray("*") });
        using var answer = await http.SendAsync(subscribe);
    }

    public void Dispose() => http.Dispose();

    private async Task<string?> Token(TokenManner manner)
    {
        using var request = Request(manner == TokenManner.Get ? HttpMethod.Get : HttpMethod.Post, access.TokenUrl);
        List<KeyValuePair<string, string>> form = [];
        if (manner != TokenManner.NoGrantType)
        {
            form.Add(new("grant_type", manner == TokenManner.WrongGrantType ? "password" : "client_credentials"));
        }

        if (manner == TokenManner.CredentialsInBody)
        {
            form.AddRange([new("client_id", access.ClientId), new("client_secret", access.ClientSecret)]);
        }

        var id = manner == TokenManner.UnknownClient ? "somebody-else" : access.ClientId;
        var secret = manner == TokenManner.WrongSecret ? "another-secret" : access.ClientSecret;
        request.Headers.Authorization = manner switch
        {
            TokenManner.CredentialsInBody or TokenManner.NoAuthorization => null,
            TokenManner.NotBasic => new AuthenticationHeaderValue("Bearer", "a-key"),
            _ => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"))),
        };
        request.Content = manner == TokenManner.Get ? null : manner == TokenManner.Json ? JsonContent.Create(new JsonObject { ["grant_type"] = "client_credentials" }) : new FormUrlEncodedContent(form);
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonObject>())?["access_token"]?.GetValue<string>() : null;
    }

    private HttpRequestMessage Request(HttpMethod method, string url)
    {
        var request = new HttpRequestMessage(method, url);
        if (access.OnlyHttp2)
        {
            (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        }

        if (access.HostHeader.Length > 0)
        {
            request.Headers.Host = access.HostHeader;
        }

        return request;
    }

    /// <summary>Begins to speak TLS to the API's address, under the name of another host.</summary>
    private async Task SayHello()
    {
        if (access.ServerName.Length == 0)
        {
            return;
        }

        var api = new Uri(access.ApiUrl);
        using var connection = new TcpClient();
        await connection.ConnectAsync(api.Host, api.Port);
        await using var secure = new SslStream(connection.GetStream());
        try
        {
            await secure.AuthenticateAsClientAsync(access.ServerName);
        }
        catch (Exception fault) when (fault is IOException or System.Security.Authentication.AuthenticationException)
        {
            throw new HttpRequestException("no TLS there", fault);
        }
    }

    private static JsonObject Failed(string message) => new() { ["outcome"] = "failed", ["message"] = message };
}
