using System.Net;

namespace Readiness.EndToEnd.Tests.Sample;

/// <summary>Hands operations on to the clinic, and its answers back only a while after they came, as software does whose users wait.</summary>
internal sealed class SlowCounter : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Uri clinic;
    private readonly TimeSpan takes;
    private readonly Task serving;

    public SlowCounter(Uri clinic, TimeSpan takes)
    {
        (this.clinic, this.takes) = (clinic, takes);
        Url = $"http://127.0.0.1:{FreePort.Find()}/";
        listener.Prefixes.Add(Url);
        listener.Start();
        serving = Serve();
    }

    public string Url { get; }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        http.Dispose();
    }

    private async Task Serve()
    {
        List<Task> answers = [];
        try
        {
            while (true)
            {
                answers.Add(Answer(await listener.GetContextAsync()));
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task Answer(HttpListenerContext call)
    {
        using var content = new StreamContent(call.Request.InputStream);
        content.Headers.TryAddWithoutValidation("Content-Type", call.Request.ContentType);
        using var request = new HttpRequestMessage(new HttpMethod(call.Request.HttpMethod), new Uri(clinic, call.Request.RawUrl)) { Content = call.Request.HasEntityBody ? content : null };
        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        await Task.Delay(takes, TimeProvider.System);
        call.Response.StatusCode = (int)answer.StatusCode;
        call.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        call.Response.Close(body, willBlock: false);
    }
}
