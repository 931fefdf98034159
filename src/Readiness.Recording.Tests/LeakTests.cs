using System.Text;
using System.Text.Json;

namespace Readiness.Recording.Tests;

/// <summary>However an integration places them: no secret and nothing of a person stands in the journal's file.</summary>
internal sealed class LeakTests
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Nothing_minted_to_be_hidden_stands_in_the_file(int seed)
    {
        await using var book = new Book();
        var random = new Random(seed);
        for (var round = 0; round < 400; round++)
        {
            Place(book, random, Encode(random, random.Next(2) == 0 ? Book.Secret : Book.Person));
        }

        var file = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(string.Join('\n', book.Lines())));

        // The file is read as a thief would: raw, and with its JSON escapes undone.
        foreach (var text in new[] { file, string.Join('\n', book.Lines().SelectMany(Strings)) })
        {
            foreach (var form in Forms())
            {
                text.ShouldNotContain(form, Case.Sensitive, $"seed {seed}");
            }
        }
    }

    private static IEnumerable<string> Forms()
    {
        yield return Book.Secret;
        yield return Book.Person;
        yield return Uri.EscapeDataString(Book.Secret);
        yield return Uri.EscapeDataString(Book.Person);
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(Book.Secret));
        yield return Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Book.Secret));
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes($"client-77:{Book.Secret}"));
        for (var skip = 0; skip < 3; skip++)
        {
            // What is left of the value in whole groups of three bytes.
            var bytes = Encoding.UTF8.GetBytes(Book.Secret)[skip..];
            yield return Convert.ToBase64String(bytes[..(bytes.Length / 3 * 3)]);
        }
    }

    private static string Encode(Random random, string value) => random.Next(6) switch
    {
        0 when value == Book.Secret => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{new string('p', random.Next(4))}{value}{new string('q', random.Next(4))}")),
        1 when value == Book.Secret => Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
        2 => Uri.EscapeDataString(value),
        3 => $"before {value} after",
        _ => value,
    };

    private static void Place(Book book, Random random, string text)
    {
        var json = JsonSerializer.Serialize(text);
        var field = random.Next(2) == 0 ? "note" : "anything";
        _ = random.Next(10) switch
        {
            0 => book.Request($$"""{"{{field}}":{{json}}}"""),
            1 => book.Request($$"""{"tags":[[{"{{field}}":[1,{{json}}]}]]}"""),
            2 => book.Request($$"""{ {{json}}:"x"}"""),
            3 => book.Request($$"""{"{{field}}":{{json}}"""),
            4 => book.Request(text, "text/plain"),
            5 => book.Request($"{field}={Uri.EscapeDataString(text)}", "application/x-www-form-urlencoded"),
            6 => book.Request("", target: $"/v1/{Uri.EscapeDataString(text)}?{field}={Uri.EscapeDataString(text)}"),
            7 => book.Request("", headers: new Header(random.Next(2) == 0 ? "User-Agent" : "X-Any", text)),
            8 => book.Request("", headers: new Header("Authorization", random.Next(2) == 0 ? $"Bearer {text}" : $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"u:{text}"))}")),
            _ => (JournalEntry)book.Recorder.Note("seen", ("what", text)),
        };
    }

    private static IEnumerable<string> Strings(string line)
    {
        using var document = JsonDocument.Parse(line);
        return [.. Walk(document.RootElement)];
    }

    private static IEnumerable<string> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Walk(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
