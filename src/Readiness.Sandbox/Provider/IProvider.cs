using System.Text;
using Readiness.Recording;

namespace Readiness.Sandbox.Provider;

/// <summary>A provider's behaviour, independent of the host that carries it. Safe for use by many threads.</summary>
public interface IProvider
{
    /// <summary>Who this is in the journal; null for the provider itself.</summary>
    string? Party => null;

    /// <summary>The operation that this method and path belong to, or null where the provider has no such address.</summary>
    /// <param name="path">Without the query, still percent-encoded.</param>
    Route? Route(string method, string path);

    /// <summary>The same, for a provider whose operations share an address and are told apart by a header.</summary>
    Route? Route(string method, string path, IReadOnlyList<Header> headers) => Route(method, path);

    /// <summary>Answers as the provider does, and commits what the call changes.</summary>
    ProviderAnswer Answer(ProviderCall call);

    /// <summary>What the provider sends with an error status while it does no work. Plain JSON unless the profile knows its shape.</summary>
    ProviderAnswer Refuse(ProviderCall call, int status) => new()
    {
        Status = status,
        Headers = [new Header("Content-Type", "application/json")],
        Body = Encoding.UTF8.GetBytes($$"""{"status":{{status}},"message":"the service is not available"}"""),
    };
}
