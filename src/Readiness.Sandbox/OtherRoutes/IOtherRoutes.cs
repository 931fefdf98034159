using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.Provider;

namespace Readiness.Sandbox.OtherRoutes;

/// <summary>
/// Answers at addresses that the provider does not have, such as another service that the integration calls at the same host.
/// Its exchanges stand in the journal under a name of their own: nothing there is judged as a call of the provider.
/// </summary>
public interface IOtherRoutes : IAsyncDisposable
{
    /// <summary>Who answers, in the journal.</summary>
    string Party { get; }

    /// <summary>What this address answers; null where it is not known here either.</summary>
    /// <returns>An answer of status 0 means that the connection is to be reset.</returns>
    Task<ProviderAnswer?> Answer(IWireExchange exchange, CancellationToken cancellation);
}
