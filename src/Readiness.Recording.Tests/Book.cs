using System.Collections.Frozen;
using System.Text;

namespace Readiness.Recording.Tests;

/// <summary>A journal on disk, the values it must hide, and the short ways to write into it.</summary>
internal sealed class Book : IAsyncDisposable
{
    public const string Secret = "s3cr3t/Value+42";
    public const string Person = "Ana Perez-Lopez";
    public const string Identifier = "ben-0001";

    public Book()
    {
        Minted.Register("client.secret", Secret, MintedKind.Secret);
        Minted.Register("client.id", "client-77", MintedKind.Identifier);
        Minted.Register("full_name", Person, MintedKind.Personal, "S1");
        Minted.Register("document_number", "100200300", MintedKind.Personal, "S1");
        Minted.Register("beneficiary_id", Identifier, MintedKind.Identifier, "S1");
        Recorder = new JournalRecorder(TimeProvider.System, TimeProvider.System.GetTimestamp(), Run, Disclosure, Minted, Path);
    }

    public static RunStarted Run { get; } = new()
    {
        At = TimeSpan.Zero,
        Profile = "toy",
        Pace = "compressed",
        StartedAt = DateTimeOffset.UnixEpoch,
        HarnessVersion = "0",
        Settings = new Dictionary<string, string> { ["webhook.acceptOtherRejections"] = "true" },
    };

    public static Disclosure Disclosure { get; } = new()
    {
        Fields = FrozenSet.Create("status", "id", "note", "amount", "tags"),
        Headers = Disclosure.PlainHeaders.ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        PathSegments = FrozenSet.Create("v1", "things"),
    };

    public MintedValues Minted { get; } = new();

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"journal-{Guid.NewGuid():N}.ndjson");

    public JournalRecorder Recorder { get; }

    public RequestReceived Request(string body, string type = "application/json", string target = "/v1/things", params IEnumerable<Header> headers) =>
        Request(Encoding.UTF8.GetBytes(body), type, target, headers);

    public RequestReceived Request(byte[] body, string type = "application/json", string target = "/v1/things", params IEnumerable<Header> headers) =>
        Recorder.Record(new RawRequest
        {
            At = Recorder.Now,
            BodyAt = Recorder.Now,
            Connection = "c1",
            Method = "POST",
            Target = target,
            Headers = [new Header("Content-Type", type), .. headers],
            Body = body,
        });

    /// <summary>The lines on disk so far.</summary>
    public string[] Lines()
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async ValueTask DisposeAsync()
    {
        await Recorder.DisposeAsync();
        File.Delete(Path);
    }
}
