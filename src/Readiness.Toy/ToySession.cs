using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.Sandbox.Provider;
using Readiness.Toy.Provider;

namespace Readiness.Toy;

/// <summary>The warehouse's side of one run.</summary>
public sealed class ToySession : IProfileSession
{
    private static readonly TimeSpan CanaryLimit = TimeSpan.FromSeconds(30);

    private int canaries;

    public ToySession(RunContext context)
    {
        var id = context.Minted.Register("client.id", context.GivenCredentials.GetValueOrDefault("client.id") ?? $"shop-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", MintedKind.Identifier).Value;
        var secret = context.Minted.Register("client.secret", context.GivenCredentials.GetValueOrDefault("client.secret") ?? RandomNumberGenerator.GetHexString(40, lowercase: true), MintedKind.Secret).Value;
        Credentials = new Dictionary<string, string> { ["client.id"] = id, ["client.secret"] = secret };
        Warehouse = new Warehouse(new TokenDesk(id, secret, context.Minted), context.Minted);
        AnswerTakes = context.ProviderWait(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1));
    }

    public Warehouse Warehouse { get; }

    /// <summary>How long an answer is held back while a second call may come.</summary>
    /// <value>3 s at documented pace; 1 s in a rehearsal, which can only overlook an overlap, never invent one.</value>
    public TimeSpan AnswerTakes { get; }

    public IProvider Provider => Warehouse;

    public string TokenPath => "/oauth/token";

    public IReadOnlyDictionary<string, string> Credentials { get; }

    public IReadOnlyList<(string Name, string Value)> DeskHints => [("an article", Warehouse.SeededArticle)];

    public Task<OperationEnded> Canary(IntegrationUnderTest integration, CancellationToken cancellation)
    {
        var stimulus = string.Create(CultureInfo.InvariantCulture, $"C{Interlocked.Increment(ref canaries)}");
        var input = new JsonObject { ["article_code"] = Warehouse.MintArticle(stimulus) };
        return integration.Perform(ToyOperations.Stock, input, stimulus, OperationRole.Canary, CanaryLimit);
    }

    public Task<Delivery>? WebhookCanary(Uri receiver, CancellationToken cancellation) => null;

    public void OpenDesk(Uri? receiver)
    {
        // The warehouse sends no events, at a desk either.
    }

    public void Attach(IntegrationUnderTest integration, Uri? receiver)
    {
        // Nothing goes from the warehouse to the shop.
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
