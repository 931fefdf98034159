using System.Collections.Frozen;
using System.Net;
using System.Text;
using Readiness.Recording;
using Readiness.Sandbox.Hosting;

namespace Readiness.Monitoring.Tests;

/// <summary>A sink on a real socket, and the journal that it writes.</summary>
internal sealed class Post : IAsyncDisposable
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    private Post(AlertWatch watch, JournalRecorder recorder) => (Watch, Recorder) = (watch, recorder);

    public AlertWatch Watch { get; }

    public JournalRecorder Recorder { get; }

    /// <summary>The changes of alerts so far, such as <c>firing Tokens [tokenFailures|]</c>.</summary>
    public IReadOnlyList<string> Changes => [.. Recorder.Snapshot().NotesNamed(NoteNames.Alert).Select(note => $"{note["status"]} {note["alert"]} [{note["names"]}|{note["perhaps"]}]")];

    public IReadOnlyList<string> Complaints => [.. Recorder.Snapshot().NotesNamed(NoteNames.AlertUnreadable).Select(note => note["problem"]!)];

    public static async Task<Post> Open(AlertWay way = AlertWay.Sink, Uri? url = null, IReadOnlyDictionary<string, IReadOnlyList<string>>? symptoms = null, params string[] metrics)
    {
        var recorder = NewRecorder();
        var declaration = new AlertDeclaration { Way = way, Url = url, Within = TimeSpan.FromSeconds(60), Symptoms = symptoms ?? new Dictionary<string, IReadOnlyList<string>>(), Metrics = metrics };
        var post = new Post(new AlertWatch(declaration, recorder, TimeProvider.System), recorder);
        await post.Watch.Open(new SandboxListen(), CancellationToken.None);
        return post;
    }

    public static JournalRecorder NewRecorder()
    {
        var run = new RunStarted { At = TimeSpan.Zero, Profile = "toy", Pace = "compressed", StartedAt = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), HarnessVersion = "0" };
        var disclosure = new Disclosure { Fields = FrozenSet<string>.Empty, Headers = FrozenSet<string>.Empty, PathSegments = FrozenSet<string>.Empty };
        return new JournalRecorder(TimeProvider.System, TimeProvider.System.GetTimestamp(), run, disclosure, new MintedValues(), path: null);
    }

    public async Task<(HttpStatusCode Status, string Said)> Send(string body, string path = "", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(Watch.SinkUrl + path)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).TrimEnd());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Watch.DisposeAsync();
        await Recorder.DisposeAsync();
    }
}
