using System.Text;

namespace Readiness.Configuration.Tests;

public sealed class MutationTests
{
    private const string Whole = """
        { // comment
          "pace": "documented", "strict": true, "run": { "items": ["TOY-SEQ-01"], "maxMinutes": 3 },
          "integration": { "launch": { "command": "clinic", "args": ["{run.dir}", "--x"], "workingDirectory": "w", "environment": { "A_TOKEN": "env:B" } } },
          "driver": { "url": "http://127.0.0.1:{integration.port}", "headers": { "X-E": "ü" }, "timeoutSeconds": 90, },
          "attestations": { "TOY-AUTH-01": { "name": "Ana", "role": "QA", "date": "2026-05-04", "statement": "s" } },
          "sandbox": null, "reports": { "directory": "r" }
        }
        """;

    private static readonly byte[] Tokens = [.. "{}[]\",:/\\0 1-tn\n\r*"u8, 0xC3, 0xFF, 0x00];

    /// <summary>Damaged in one to four places at a time: bytes put in, taken out, replaced, and stretches doubled.</summary>
    [Test]
    public void However_a_file_is_damaged_it_is_answered_and_never_throws()
    {
        var random = new Random(20260504);
        using var bench = Workbench.Bare().Variable("B", "held").File(Whole);
        bench.Configuration().Pace.ShouldBe(Pace.Documented);
        for (var i = 0; i < 1500; i++)
        {
            var damaged = Encoding.UTF8.GetBytes(Whole).ToList();
            for (var cuts = random.Next(1, 5); cuts > 0; cuts--) Damage(damaged, random);
            bench.Bytes([.. damaged]);

            Should.NotThrow(() => bench.Load(), Convert.ToBase64String([.. damaged]));
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 40), bytes.Count - at);
        switch (random.Next(4))
        {
            case 0:
                bytes.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
            case 1:
                bytes[at] = Tokens[random.Next(Tokens.Length)];
                break;
            case 2:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1));
                break;
            default:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
        }
    }
}
