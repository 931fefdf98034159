using System.Text;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox.Tests;

/// <summary>A provider of three addresses that counts what it committed.</summary>
internal sealed class ToyProvider : IProvider
{
    /// <summary>What it answers to work.</summary>
    public const string Answer200 = """{"id":"w-1","status":"APPROVED","inner":{"status":"OPEN"}}""";

    private int committed;

    public int Committed => Volatile.Read(ref committed);

    /// <summary>The body of the next answers; <see cref="Answer200"/> unless set.</summary>
    public byte[] Body { get; set; } = Encoding.UTF8.GetBytes(Answer200);

    /// <summary>The last call that came to it.</summary>
    public ProviderCall? Last { get; private set; }

    public Route? Route(string method, string path) => (method, path) switch
    {
        ("POST", "/work") => new Route("work", new Dictionary<string, string>()),
        ("GET" or "HEAD", "/read") => new Route("read", new Dictionary<string, string>()),
        ("POST", "/token") => new Route("token", new Dictionary<string, string>()),
        ("GET", "/read/broken") => throw new InvalidOperationException("routing is broken"),
        _ => null,
    };

    public ProviderAnswer Answer(ProviderCall call)
    {
        Last = call;
        if (call.Route is null)
        {
            return new ProviderAnswer { Status = 404 };
        }

        if (call.Headers.Value("X-Break") is not null)
        {
            throw new InvalidOperationException("the profile is broken");
        }

        Interlocked.Increment(ref committed);
        return new ProviderAnswer
        {
            Status = 200,
            Headers = [new Header("Content-Type", "application/json")],
            Body = Body,
            Annotations = new Dictionary<string, string> { ["state"] = "done" },
        };
    }
}
