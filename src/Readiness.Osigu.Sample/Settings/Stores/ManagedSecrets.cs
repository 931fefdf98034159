namespace Readiness.Osigu.Sample.Settings.Stores;

/// <summary>Secrets from a manager, kept for a while and read again when they were refused.</summary>
/// <param name="keeping">How long a value serves before it is read again.</param>
internal sealed class ManagedSecrets(ISecretStore store, TimeProvider time, TimeSpan keeping) : ISecrets
{
    /// <summary>Whoever sends forged signatures must not make the clinic flood its manager.</summary>
    private static readonly TimeSpan PauseBetweenReads = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private IReadOnlyDictionary<string, string>? held;
    private DateTimeOffset readAt;

    public string ClientId => Current()["client_id"];

    public string ClientSecret => Current()["client_secret"];

    public IReadOnlyList<string> WebhookSecrets => [Current()["webhook_secret"]];

    /// <summary>What was used has been refused: reads again, unless that was done a moment ago.</summary>
    /// <returns>True where the values are other ones now.</returns>
    public bool ReadAgain()
    {
        lock (gate)
        {
            if (held is not null && time.GetUtcNow() - readAt < PauseBetweenReads)
            {
                return false;
            }

            var old = held;
            Read();
            return old is null || held!.Any(pair => old.GetValueOrDefault(pair.Key) != pair.Value);
        }
    }

    private IReadOnlyDictionary<string, string> Current()
    {
        lock (gate)
        {
            if (held is null || time.GetUtcNow() - readAt >= keeping)
            {
                Read();
            }

            return held!;
        }
    }

    private void Read()
    {
        // Whoever verifies a signature or asks for a token waits for it, as for a file: on its own thread, so that a burst of events does not use up all others.
        held = store.Read();
        readAt = time.GetUtcNow();
    }
}
