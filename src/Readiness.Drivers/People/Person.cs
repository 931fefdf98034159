using System.Text;
using System.Threading.Channels;

namespace Readiness.Drivers.People;

/// <summary>A person at the terminal, who is shown text and types lines. One conversation at a time.</summary>
public sealed class Person
{
    private readonly TextReader input;
    private readonly TextWriter output;
    private readonly Func<IDisposable> hush;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim turn = new(1);
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly Lazy<Thread> reading;

    /// <param name="hush">Keeps other lines off the terminal until what it returns is disposed of.</param>
    public Person(TextReader input, TextWriter output, Func<IDisposable> hush, TimeProvider clock)
    {
        (this.input, this.output, this.hush, this.clock) = (input, output, hush, clock);

        // A read from a terminal cannot be called off, so it has a thread that may be left behind.
        reading = new Lazy<Thread>(() =>
        {
            var thread = new Thread(Read) { IsBackground = true, Name = "standard input" };
            thread.Start();
            return thread;
        });
    }

    /// <summary>Whether standard input is a terminal.</summary>
    public static bool IsThere => !Console.IsInputRedirected;

    /// <summary>The person at this process's terminal. Text goes to standard output, or to standard error where that goes elsewhere.</summary>
    public static Person AtTheTerminal(Func<IDisposable> hush, TimeProvider clock)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var screen = Console.IsOutputRedirected && !Console.IsErrorRedirected ? Console.OpenStandardError() : Console.OpenStandardOutput();
        return new Person(new StreamReader(Console.OpenStandardInput(), utf8), new StreamWriter(screen, utf8) { AutoFlush = true }, hush, clock);
    }

    /// <summary>Shows text without asking for anything.</summary>
    public void Show(string text)
    {
        using var quiet = hush();
        output.WriteLine(text);
    }

    /// <summary>Has a conversation, while nothing else comes onto the terminal. What was typed before it is not heard.</summary>
    public async Task<T> Talk<T>(Func<IConversation, Task<T>> talk, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            _ = reading.Value;
            while (lines.Reader.TryRead(out _))
            {
                // Typed before anything was asked.
            }

            using var quiet = hush();
            return await talk(new Conversation(this));
        }
        finally
        {
            turn.Release();
        }
    }

    private void Read()
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                lines.Writer.TryWrite(line);
            }
        }
        catch (IOException)
        {
            // The terminal is gone: that is its end as well.
        }

        lines.Writer.TryComplete();
    }

    private sealed class Conversation(Person person) : IConversation
    {
        public void Show(string text) => person.output.WriteLine(text);

        public async Task<Typed> Ask(string question, TimeSpan limit, CancellationToken cancellation)
        {
            await person.output.WriteAsync(question);
            using var patience = new CancellationTokenSource(limit, person.clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                return new Typed.Line((await person.lines.Reader.ReadAsync(either.Token)).Trim());
            }
            catch (ChannelClosedException)
            {
                return new Typed.Closed();
            }
            catch (OperationCanceledException)
            {
                await person.output.WriteLineAsync();
                cancellation.ThrowIfCancellationRequested();
                return new Typed.Nothing();
            }
        }
    }
}
