using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Running.Profiles;

/// <summary>The provider's side of one run.</summary>
public interface IProfileSession : IAsyncDisposable
{
    IProvider Provider { get; }

    /// <summary>Path of the token endpoint below the sandbox's address.</summary>
    string TokenPath { get; }

    /// <summary>What the integration is to use now, by template: <c>client.id</c>, <c>client.secret</c>, <c>webhook.secret</c>.</summary>
    IReadOnlyDictionary<string, string> Credentials { get; }

    /// <summary>Asks the integration for a healthy piece of work with fixtures of its own.</summary>
    Task<OperationEnded> Canary(IntegrationUnderTest integration, CancellationToken cancellation);

    /// <summary>Sends the receiver a well-signed event without business effect; null where the provider has no webhooks.</summary>
    Task<Delivery>? WebhookCanary(Uri receiver, CancellationToken cancellation);

    /// <summary>Finds out why the receiver refused the canary: sends events without business effect that differ from it in one thing each.</summary>
    /// <param name="refused">The canary and its refusal.</param>
    /// <param name="skew">How far the receiver's clock is ahead of this machine's; zero where that is not known.</param>
    /// <returns>Null where the provider cannot tell.</returns>
    Task<SignatureFinding>? WhyRefused(Uri receiver, Delivery refused, TimeSpan skew, CancellationToken cancellation) => null;

    /// <summary>What a developer at a desk has to know beside addresses and credentials: seeded people, codes.</summary>
    IReadOnlyList<(string Name, string Value)> DeskHints { get; }

    /// <summary>Called where the sandbox is played alone.</summary>
    /// <param name="receiver">Where events go; null to follow the integration's own subscriptions.</param>
    void OpenDesk(Uri? receiver);

    /// <summary>Called once the integration runs and the receiver's address is known.</summary>
    void Attach(IntegrationUnderTest integration, Uri? receiver);
}
