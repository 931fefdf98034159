using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Sandbox.Provider;

namespace Readiness.Toy.Provider;

/// <summary>The toy warehouse: tells its stock and takes orders.</summary>
public sealed class Warehouse(TokenDesk tokens, MintedValues minted) : IProvider
{
    private const string Stock = "/stock/";
    private const string ArticleCode = "article_code";
    private const int Quantity = 12;

    private readonly ConcurrentDictionary<string, bool> articles = new(StringComparer.Ordinal) { [SeededArticle] = true };

    /// <summary>An article that is always there, for a developer at a desk.</summary>
    public const string SeededArticle = "ART-0000";

    /// <summary>Puts a new article on the shelf, by which the stimulus is recognised.</summary>
    /// <returns>Its code.</returns>
    public string MintArticle(string stimulus)
    {
        var code = minted.Register(ArticleCode, $"ART-{RandomNumberGenerator.GetHexString(10)}", MintedKind.Identifier, stimulus).Value;
        articles[code] = true;
        return code;
    }

    public Route? Route(string method, string path) => (method, path) switch
    {
        ("POST", "/oauth/token") => new Route(FaultPlan.TokenOperation, new Dictionary<string, string>()),
        ("POST", "/orders") => new Route(ToyOperations.PlaceOrder, new Dictionary<string, string>()),
        ("GET", _) when path.StartsWith(Stock, StringComparison.Ordinal) =>
            new Route(ToyOperations.ReadStock, new Dictionary<string, string> { [ArticleCode] = Uri.UnescapeDataString(path[Stock.Length..]) }),
        _ => null,
    };

    public ProviderAnswer Answer(ProviderCall call)
    {
        if (call.Route?.Operation == FaultPlan.TokenOperation)
        {
            return tokens.Answer(call);
        }

        var bearer = tokens.Bearer(call);
        var answer = (call.Route, bearer) switch
        {
            (null, _) => Error(404, "there is no such address"),
            (_, null) => Error(401, "no token that was issued here"),
            ({ Operation: ToyOperations.PlaceOrder }, _) => Order(call),
            _ => Level(call.Route.Parameters[ArticleCode]),
        };
        return answer with { Annotations = new Dictionary<string, string>(answer.Annotations) { ["bearer"] = bearer ?? "absent" } };
    }

    private ProviderAnswer Order(ProviderCall call)
    {
        if (Ordered(call.Body) is not { } code || !articles.ContainsKey(code))
        {
            return Error(422, "article_code names no article of this warehouse");
        }

        var order = minted.Register("order_id", $"ORD-{RandomNumberGenerator.GetHexString(10)}", MintedKind.Identifier, call.Stimulus).Value;
        return JsonAnswer.Of(201, new JsonObject { ["order_id"] = order, [ArticleCode] = code, ["status"] = "ACCEPTED" });
    }

    private ProviderAnswer Level(string code) => articles.ContainsKey(code)
        ? JsonAnswer.Of(200, new JsonObject { [ArticleCode] = code, ["quantity"] = Quantity })
        : Error(404, "no such article");

    private static string? Ordered(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var sent = JsonDocument.Parse(body);
            return JsonText.At(sent.RootElement, $"/{ArticleCode}");
        }
        catch (JsonException)
        {
            // Refused like an order without an article; the journal keeps what was sent.
            return null;
        }
    }

    private static ProviderAnswer Error(int status, string looked) => JsonAnswer.Of(status, new JsonObject { ["error"] = looked }, ("looked", looked));
}
