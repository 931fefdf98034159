using System.Text;
using Readiness.Reports;
using Readiness.Sealing.Leaks;

namespace Readiness.Sealing.Tests;

/// <summary>A run's folder by hand, with everything in it that a run leaves, and its package.</summary>
internal sealed class SealedRun : IDisposable
{
    /// <summary>The message by which the partner's software told its user of the order.</summary>
    public const string Message = "Your order was placed at the corner shop.";

    public static readonly DateTimeOffset Now = SampleRun.Start.AddDays(1);

    private static readonly ItemId Idempotency = new("TOY-IDEM-01");

    public SealedRun(string id = "2026-03-14-0926-toy", int lastStatus = 201)
    {
        Journal = new JournalOfRun()
            .Note(1, NoteNames.ScenarioStarted, ("scenario", "one-key"), ("item", "TOY-IDEM-01"))                        // 2
            .Note(1, NoteNames.Stimulus, ("stimulus", "order-1"), ("scenario", "one-key"), ("purpose", "retried"))       // 3
            .Operation(1.5, 5.5, "order.create", "order-1", Outcome.Succeeded, Message, """{"order_id":"ord_1"}""")      // 4, 5
            .Call(2, "order-1", 503, "answers 503 to the next order", body: """{"amount":25,"note":"the first attempt"}""") // 6, 7
            .Call(3.5, "order-1", lastStatus, body: """{"amount":25,"note":"the second attempt"}""")                      // 8, 9
            .Call(6.5, null, 200, target: "/v1/token", body: "{}")                                                       // 10, 11
            .Delivery(21, "order-2", "first", 200)                                                                       // 12, 13
            .Note(60, NoteNames.RunEnded)                                                                                // 14
            .Journal;
        Result = Judge(Journal, SampleRun.Result with { Id = id });
        Directory.CreateDirectory(Path.Combine(Folder, "evidence", "TOY-LOG-01"));
        File.WriteAllText(Path.Combine(Folder, "evidence", "TOY-LOG-01", "reseña.txt"), "Logs were reviewed.\n");
        File.WriteAllText(Path.Combine(Folder, "integration-output.txt"), "what the partner's software wrote stays here\n");
        Write();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("sealing-test-").FullName;

    public Journal Journal { get; }

    public RunResult Result { get; set; }

    public static ProviderChecklist Checklist { get; } = new()
    {
        Profile = "toy",
        Provider = "Toy Orders",
        Version = "2026.1",
        Items = [.. SampleRun.Result.Items.Select(item => item.Item)],
        OfficialLines = [],
    };

    /// <summary>A run is ready here where the second attempt at the order succeeded.</summary>
    public static RunResult Judge(Journal journal, RunResult recorded)
    {
        var verdict = journal.Exchanges.Any(exchange => exchange.Status == 201) ? Verdict.Passed : Verdict.Failed;
        var items = SampleRun.Result.Items.Select(item => item.Item.Id == Idempotency
            ? item with { Verdict = verdict, Summary = $"the user read: {Message}", Findings = [], Scenarios = [item.Scenarios[0] with { Verdict = verdict, Checks = [], Steps = [new StepResult("When the partner creates an order", TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(6), [4, 6, 8])] }] }
            : item with { Verdict = item.Verdict is Verdict.Inconclusive or Verdict.NotRun ? Verdict.Passed : item.Verdict, Scenarios = [] });
        return SampleRun.Result with
        {
            Id = recorded.Id,
            Items = [.. items],
            Overall = verdict == Verdict.Passed ? Overall.Ready : Overall.NotReady,
            Headline = verdict == Verdict.Passed ? "ready (rehearsal)" : "not ready (rehearsal)",
            ExitCode = verdict == Verdict.Passed ? 0 : 1,
        };
    }

    /// <summary>Writes the folder's reports from <see cref="Result"/> and the journal.</summary>
    public void Write()
    {
        File.WriteAllBytes(Path.Combine(Folder, "journal.ndjson"), [.. Journal.Entries.SelectMany(entry => (byte[])[.. JournalFormat.Write(entry), (byte)'\n'])]);
        ReportWriter.Write(Result, Journal, Folder);
        File.WriteAllText(Path.Combine(Folder, "allure-report.html"), $"<!DOCTYPE html><title>report</title><p>{Message}</p>\n", Encoding.UTF8);
    }

    public async Task<SealedPackage> Seal(SealKey? key = null, KnownValues? known = null, string? nonce = null)
    {
        using var own = SealKey.Ephemeral();
        return await PackageSealer.Seal(Folder, new SealingOptions { Key = key ?? own, Known = known ?? KnownValues.None, Clock = new StandingClock(Now), Nonce = nonce });
    }

    public byte[] Package => File.ReadAllBytes(Path.Combine(Folder, "package.zip"));

    public static VerificationRequest Request(ReadOnlyMemory<byte> package) => new()
    {
        Archive = package,
        Now = Now,
        HarnessVersion = "0.1.0",
        Profiles = name => name == "toy" ? new KnownProfile(Checklist, Judge) : null,
    };

    public static Verification Verify(ReadOnlyMemory<byte> package) => PackageVerification.Of(Request(package));

    /// <summary>What an archive holds, by name.</summary>
    public static Dictionary<string, byte[]> Unpack(ReadOnlyMemory<byte> package) =>
        PackageArchive.Read(package.Span).Files.ToDictionary(file => file.Name, file => file.Content.ToArray());

    public static byte[] Pack(IEnumerable<KeyValuePair<string, byte[]>> files) => PackageArchive.Write(files.Select(file => new PackageFile(file.Key, file.Value)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
