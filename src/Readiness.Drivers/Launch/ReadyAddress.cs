namespace Readiness.Drivers.Launch;

/// <summary>The address at which an integration tells that it is ready.</summary>
public sealed class ReadyAddress(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan PollPause = TimeSpan.FromMilliseconds(25);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Asks again and again until it answers 2xx.</summary>
    /// <param name="limit">How long it may take.</param>
    /// <param name="ended">Looks whether to go on waiting makes sense; throws where it does not.</param>
    /// <returns>Null once it is ready; otherwise what the last try met.</returns>
    public async Task<string?> Wait(Uri ready, TimeSpan limit, Func<Task> ended, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var last = "no answer yet";
        while (true)
        {
            await ended();
            if (clock.GetElapsedTime(began) > limit)
            {
                return last;
            }

            last = await Ask(ready, cancellation);
            if (last.Length == 0)
            {
                return null;
            }

            await Task.Delay(PollPause, clock, cancellation);
        }
    }

    /// <summary>Whether anything answers there, whatever it says: not while nothing listens, or the connection ends without an answer. Silence is no proof that nothing is there.</summary>
    public async Task<bool> Answers(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return true;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<string> Ask(Uri ready, CancellationToken cancellation)
    {
        try
        {
            using var answer = await http.GetAsync(ready, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode ? "" : $"answered {(int)answer.StatusCode}";
        }
        catch (HttpRequestException fault)
        {
            return fault.HttpRequestError == HttpRequestError.ConnectionError ? "nothing listens there" : fault.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer within 5 s";
        }
    }
}
