namespace Readiness.Drivers.Http;

/// <summary>Reads answers itself, unpacked, and gives up one that is larger than what is read of any: it never fills the memory.</summary>
internal sealed class BoundedAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            var whole = new ByteArrayContent(await Read(response.Content, cancellationToken));
            foreach (var (name, values) in response.Content.Headers.Where(header => !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)))
            {
                whole.Headers.TryAddWithoutValidation(name, values);
            }

            response.Content = whole;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]> Read(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (kept.Length + count > AnswerReader.LargestAnswer)
            {
                throw new AnswerTooLargeException();
            }

            await kept.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        return kept.ToArray();
    }
}
