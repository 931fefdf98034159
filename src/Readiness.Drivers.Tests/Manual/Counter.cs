using System.Text;
using System.Threading.Channels;
using Readiness.Drivers.Manual;
using Readiness.Drivers.People;
using Readiness.Recording;

namespace Readiness.Drivers.Tests.Manual;

/// <summary>A person at a counter who types prepared lines, each when the next prompt has been shown, and a run around it.</summary>
internal sealed class Counter : IManualRun, IDisposable
{
    public static readonly ManualOperation Operation = new()
    {
        Operation = "order.place",
        Task = "Place this order.",
        Results =
        [
            new() { Name = "order_id", Text = "Which number does the order have?", Kind = ManualAnswerKind.Identifier, AlsoOfFailures = true },
            new() { Name = "paid", Text = "Is it paid?", Kind = ManualAnswerKind.YesOrNo },
            new() { Name = "state", Text = "Which state does it have?", Kind = ManualAnswerKind.Choice, Choices = ["open", "closed"] },
            new()
            {
                Name = "lines", Text = "How many lines?", Kind = ManualAnswerKind.List,
                Each = [new() { Name = "article", Text = "Which article?" }, new() { Name = "count", Text = "How many of it?", Kind = ManualAnswerKind.Number }],
            },
        ],
    };

    private readonly Keyboard keyboard;
    private readonly StringWriter screen;
    private readonly string folder = Directory.CreateTempSubdirectory("readiness-manual-").FullName;

    public Counter(params IEnumerable<string> lines)
    {
        keyboard = new Keyboard(lines);
        screen = new Screen(keyboard);
    }

    public string Shown => screen.ToString();

    public List<string> Notes { get; } = [];

    public Dictionary<string, List<string>> GivenOut { get; } = [];

    public ManualPlace Place { get; set; } = new("SHOP-1 An order", "S1");

    public int Calls { get; set; }

    private string AnswerFile => Path.Combine(folder, "answers.ndjson");

    public async Task<DriverAnswer> Perform(AnswerBook? book = null, TimeSpan? span = null)
    {
        await using var record = new StreamWriter(File.Create(AnswerFile));
        using var driver = Driver(book ?? AnswerBook.Empty, record, span ?? TimeSpan.FromMinutes(5), somebodyIsThere: true);
        return await driver.Perform("order.place", """{"customer":"C1"}""", TimeSpan.FromSeconds(30), TestContext.CurrentContext.CancellationToken);
    }

    public ManualDriver Driver(AnswerBook book, StreamWriter? record, TimeSpan span, bool somebodyIsThere) =>
        new([Operation], new Person(keyboard, screen, () => new MemoryStream(), TimeProvider.System), this, book, record, span, somebodyIsThere, TimeProvider.System);

    /// <summary>What was recorded.</summary>
    public string Recorded => File.ReadAllText(AnswerFile);

    /// <summary>A book of these lines.</summary>
    public AnswerBook Book(string lines)
    {
        var path = Path.Combine(folder, "book.ndjson");
        File.WriteAllText(path, lines);
        return AnswerBook.Read(path);
    }

    public IReadOnlyList<string> Given(string name) => GivenOut.GetValueOrDefault(name) ?? [];

    public string? NameOf(string text) => GivenOut.Where(given => given.Value.Contains(text)).Select(given => given.Key).FirstOrDefault();

    public string Clean(string text) => text.Replace("hush", "***", StringComparison.Ordinal);

    public Task<bool> Until(Func<bool> condition, TimeSpan limit, CancellationToken cancellation) => Task.FromResult(condition());

    public void Note(string text) => Notes.Add(text);

    public string Attach(string path) => $"Kept {path}.";

    /// <summary>Closes the terminal.</summary>
    public void HangUp() => keyboard.Close();

    public void Dispose()
    {
        keyboard.Close();
        screen.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Keyboard(IEnumerable<string> lines) : TextReader
    {
        private readonly Queue<string> prepared = new(lines);
        private readonly Channel<string> typed = Channel.CreateUnbounded<string>();

        public void Prompted()
        {
            if (prepared.TryDequeue(out var line))
            {
                typed.Writer.TryWrite(line);
            }
        }

        public override void Close() => typed.Writer.TryComplete();

        public override string? ReadLine() => typed.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult() && typed.Reader.TryRead(out var line) ? line : null;
    }

    private sealed class Screen(Keyboard keyboard) : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override async Task WriteAsync(string? value)
        {
            await base.WriteAsync(value);
            keyboard.Prompted();
        }
    }
}
