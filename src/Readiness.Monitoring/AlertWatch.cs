using System.Globalization;
using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Monitoring;

/// <summary>Sees the integration's alerts in the way that was declared, and notes them in the journal.</summary>
public sealed class AlertWatch : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private readonly AlertDeclaration declaration;
    private readonly JournalRecorder recorder;
    private readonly TimeProvider clock;
    private readonly AlertBook book;
    private readonly IAlertSource? source;
    private KestrelHost? host;

    public AlertWatch(AlertDeclaration declaration, JournalRecorder recorder, TimeProvider clock)
    {
        this.declaration = declaration;
        this.recorder = recorder;
        this.clock = clock;
        var symptoms = new SymptomMatching(declaration.Symptoms);
        book = new AlertBook(recorder, symptoms);
        source = declaration.Way switch
        {
            AlertWay.Alertmanager => new AlertmanagerSource(declaration.Url!, clock),
            AlertWay.Prometheus => new PrometheusSource(declaration.Url!, declaration.Metrics, symptoms.DeclaredNames, clock),
            _ => null,
        };
    }

    /// <summary>How long an alert may take to come.</summary>
    public TimeSpan Within => declaration.Within;

    /// <summary>Where alerts are posted to; null where the harness asks for them, and before <see cref="Open"/>.</summary>
    public Uri? SinkUrl { get; private set; }

    /// <summary>Opens the sink, where there is one.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <exception cref="SandboxListenException">The address cannot be listened on.</exception>
    public async Task Open(SandboxListen listen, CancellationToken cancellation)
    {
        if (declaration.Way != AlertWay.Sink)
        {
            return;
        }

        // No alert is longer, and nothing but alerts is wanted here.
        const int LongestPost = 1024 * 1024;
        host = new KestrelHost(clock);
        SinkUrl = new Uri(await host.Start(listen with { BodyLimit = LongestPost, HeadLimit = 16 * 1024 }, new AlertSink(book), cancellation), AlertSink.Path);
    }

    /// <summary>Finds out whether alerts can be seen, notes what is firing already, and how it was declared.</summary>
    /// <returns>What was found, in words.</returns>
    /// <exception cref="AlertSourceException">They cannot.</exception>
    public async Task<string> Examine(CancellationToken cancellation)
    {
        var found = $"posted to {SinkUrl}";
        if (source is not null)
        {
            found = await source.Examine(cancellation);
            await Look(cancellation);
        }

        recorder.Note(
            NoteNames.AlertsDeclared,
            ("way", declaration.Way.ToString().ToLowerInvariant()),
            ("within", declaration.Within.TotalSeconds.ToString(CultureInfo.InvariantCulture)),
            ("found", source is null ? null : found));
        return found;
    }

    /// <summary>Looks again and again until that is disposed of. What is posted is taken at any time.</summary>
    public IAsyncDisposable Looking(CancellationToken cancellation) => new Looks(this, cancellation);

    public async ValueTask DisposeAsync()
    {
        (source as IDisposable)?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        var firing = await source!.Read(cancellation);
        book.TakeAll(firing.Alerts, firing.Skew);
    }

    private sealed class Looks : IAsyncDisposable
    {
        private readonly CancellationTokenSource ending;
        private readonly Task looking;

        public Looks(AlertWatch watch, CancellationToken cancellation)
        {
            ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

            // On no context: that of a Gherkin step ends with the step, and whatever waited on it would never go on.
            looking = watch.source is null ? Task.CompletedTask : Task.Run(() => LookOn(watch, ending.Token), CancellationToken.None);
        }

        public async ValueTask DisposeAsync()
        {
            await ending.CancelAsync();
            await looking;
            ending.Dispose();
        }

        private static async Task LookOn(AlertWatch watch, CancellationToken cancellation)
        {
            var blind = false;
            try
            {
                while (true)
                {
                    try
                    {
                        await watch.Look(cancellation);
                        if (blind)
                        {
                            watch.recorder.Note(NoteNames.AlertsSeen);
                        }

                        blind = false;
                    }
                    catch (AlertSourceException fault)
                    {
                        if (!blind)
                        {
                            watch.recorder.Note(NoteNames.AlertsUnseen, ("problem", fault.Message));
                        }

                        blind = true;
                    }

                    await Task.Delay(BetweenLooks, watch.clock, cancellation);
                }
            }
            catch (OperationCanceledException)
            {
                // Whoever wanted to see has seen enough.
            }
        }
    }
}
