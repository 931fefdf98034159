using System.Globalization;

namespace Readiness.Osigu.Tests;

/// <summary>What goes to a secrets manager.</summary>
internal sealed partial class JournalBuilder
{
    /// <summary>A run for which a played Vault is declared.</summary>
    public static JournalBuilder WithManager(int processes = 1, string readsPerMinute = "6") =>
        new(processes, settings: [(SecretManagerAnnotations.Setting, "vault"), (SecretManagerAnnotations.ReadsPerMinute, readsPerMinute)]);

    /// <summary>A read of the manager and its answer.</summary>
    /// <param name="version">The version that was handed out; null where the read was refused.</param>
    /// <param name="held">The name of the client secret in it.</param>
    public JournalBuilder Read(double at, int? version = 1, string held = "client.secret", double lasts = 0.01) => Exchange(
        new RequestReceived
        {
            At = Seconds(at),
            BodyAt = Seconds(at),
            Connection = "m1",
            Method = "GET",
            Target = "/v1/secret/data/readiness/clinic",
            Operation = "vault-read",
            Party = "vault",
            Headers = [],
            Body = RecordedBody.None,
        },
        version is null ? 403 : 200,
        lasts,
        RecordedBody.None,
        [],
        Transmission.Complete,
        fault: null,
        version is null
            ? new() { [SecretManagerAnnotations.Looked] = "no X-Vault-Token header" }
            : new() { [SecretManagerAnnotations.Version] = version.Value.ToString(CultureInfo.InvariantCulture), [SecretManagerAnnotations.Held] = $"client.id {held} webhook.secret" });

    /// <summary>Reads that many times, so many seconds apart.</summary>
    public JournalBuilder Reads(int count, double from, double apart)
    {
        for (var read = 0; read < count; read++)
        {
            Read(from + (read * apart));
        }

        return this;
    }

    /// <summary>Genuine events that are acknowledged, so many seconds apart.</summary>
    public JournalBuilder Events(int count, double from, double apart = 0.1)
    {
        for (var sent = 0; sent < count; sent++)
        {
            Delivery(null, string.Create(CultureInfo.InvariantCulture, $"e-{from}-{sent}"), from + (sent * apart));
        }

        return this;
    }
}
