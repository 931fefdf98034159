using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox.Tests;

/// <summary>A sandbox and a client that calls it the way a host would, without sockets.</summary>
internal sealed class Client : IEventOutbox, IDisposable
{
    private readonly List<ProviderEvent> events = [];
    private string? token;
    private int number;

    public Client(OsiguOptions? options = null)
    {
        Credentials = OsiguCredentials.Mint(Minted, new Dictionary<string, string>());
        Sandbox = new OsiguSandbox(options ?? new OsiguOptions(), Credentials, Minted, this, Clock);
    }

    public MintedValues Minted { get; } = new();

    public ManualClock Clock { get; } = new();

    public OsiguCredentials Credentials { get; }

    public OsiguSandbox Sandbox { get; }

    public IReadOnlyList<ProviderEvent> Events => events;

    public IReadOnlyList<string> EventTypes => [.. events.Select(published => published.EventType)];

    public string Basic => Pair(Credentials.ClientId, Credentials.ClientSecret);

    public static string Pair(string user, string password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    public void Publish(ProviderEvent due) => events.Add(due);

    public void Dispose() => Sandbox.Dispose();

    public Answer Token() => Token("grant_type=client_credentials");

    public Answer Token(string body, string query = "", string? authorization = null) => Send(
        "POST", "/v1/oauth/token" + query, Encoding.UTF8.GetBytes(body), [new Header("Authorization", authorization ?? Basic), new Header("Content-Type", "application/x-www-form-urlencoded")]);

    public Answer Get(string target) => Send("GET", target, [], Bearer());

    public Answer Delete(string target) => Send("DELETE", target, [], Bearer());

    public Answer Post(string target, JsonNode? body = null) => Post(target, body?.ToJsonString() ?? "");

    public Answer Post(string target, string body, string contentType = "application/json") =>
        Send("POST", target, Encoding.UTF8.GetBytes(body), [.. Bearer(), new Header("Content-Type", contentType)]);

    /// <summary>Sends a request as it stands. The stimulus is found by its values, as the host's recorder finds it.</summary>
    public Answer Send(string method, string target, byte[] body, IReadOnlyList<Header> headers)
    {
        var path = target.Split('?')[0];
        var text = target + Encoding.UTF8.GetString(body);
        var stimulus = text.Split('/', '"', '?', '&', '=', ',', ':', ' ').Select(part => Minted.Find(part)?.Stimulus).FirstOrDefault(found => found is not null);
        return new Answer(Sandbox.Answer(new ProviderCall
        {
            Number = Interlocked.Increment(ref number),
            At = TimeSpan.Zero,
            Method = method,
            Target = target,
            Route = Sandbox.Route(method, path),
            Headers = headers,
            Body = body,
            Stimulus = stimulus,
        }));
    }

    private IReadOnlyList<Header> Bearer()
    {
        token ??= Token().Text("access_token");
        return [new Header("Authorization", $"Bearer {token}")];
    }
}

/// <summary>An answer, read the way a client reads it.</summary>
internal sealed record Answer(ProviderAnswer Raw)
{
    public int Status => Raw.Status;

    public JsonObject Body => JsonNode.Parse(Raw.Body.Span)!.AsObject();

    public string? ErrorCode => Body["error_code"]?.GetValue<string>();

    public string this[string annotation] => Raw.Annotations.GetValueOrDefault(annotation, "");

    public string Text(string field) => Body[field]!.ToString();

    public JsonArray List(string field) => Body[field]!.AsArray();

    /// <summary>The answer itself, after making sure of its status.</summary>
    public Answer Must(int status)
    {
        Status.ShouldBe(status, Raw.Body.IsEmpty ? "" : System.Text.Encoding.UTF8.GetString(Raw.Body.Span));
        return this;
    }
}
