using System.Text.Json;

namespace Readiness.Monitoring;

/// <summary>Reads JSON from a monitoring system. Bounded in time and size, and every fault is told with a remedy.</summary>
internal sealed class JsonQuery : IDisposable
{
    private const int LargestAnswer = 16 * 1024 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // The Date header has a grain of one second, and the answer took its time.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    private readonly HttpClient http;
    private readonly TimeProvider clock;
    private readonly string system;

    /// <param name="url">Its address; a path is kept, for systems behind a prefix.</param>
    /// <param name="system">What answers there, in words.</param>
    public JsonQuery(Uri url, string system, TimeProvider clock)
    {
        this.clock = clock;
        this.system = system;
        http = new HttpClient(new SocketsHttpHandler { UseProxy = !url.IsLoopback, AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(5) })
        {
            BaseAddress = new Uri(url.ToString().TrimEnd('/') + "/"),
            Timeout = Limit,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <summary>The answer's body, and how far the system's clock is ahead.</summary>
    /// <exception cref="AlertSourceException">There is none.</exception>
    public async Task<(JsonDocument Body, TimeSpan Skew)> Get(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new AlertSourceException(
                    $"{http.BaseAddress}{path} answered {(int)answer.StatusCode}", $"check monitoring.url: it has to be the address of {system}, and readable without credentials", isConfiguration: true);
            }

            var skew = answer.Headers.Date is { } theirs ? theirs - clock.GetUtcNow() : TimeSpan.Zero;
            var body = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
            return (body, skew.Duration() <= Grain ? TimeSpan.Zero : skew);
        }
        catch (JsonException)
        {
            throw new AlertSourceException($"{http.BaseAddress}{path} answered with something else than JSON", $"check monitoring.url: it has to be the address of {system}", isConfiguration: true);
        }
        catch (HttpRequestException fault)
        {
            throw Unreached(fault.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw Unreached($"no answer within {Limit.TotalSeconds:0} s");
        }
    }

    public void Dispose() => http.Dispose();

    private AlertSourceException Unreached(string why) =>
        new($"{http.BaseAddress} cannot be reached: {why}", $"start {system}, or correct monitoring.url");
}
