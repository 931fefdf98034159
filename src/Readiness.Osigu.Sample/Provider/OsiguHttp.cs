using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider;

/// <summary>Sends one request to the provider and reads the answer, or says in one word why there is none.</summary>
/// <remarks>Tokens, time-outs and retries are the work of the layers below the <see cref="HttpClient"/>.</remarks>
internal sealed class OsiguHttp(HttpClient http)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>A read.</summary>
    public Task<T> GetAsync<T>(string path, CancellationToken cancel) =>
        SendAsync<T>(HttpMethod.Get, path, null, Repeat.Anytime, cancel);

    /// <summary>A <c>POST</c> with a JSON body; <c>repeat</c> says whether a second one does harm when the fate of the first is not known.</summary>
    public Task<T> PostAsync<T>(string path, object body, Repeat repeat, CancellationToken cancel) =>
        SendAsync<T>(HttpMethod.Post, path, JsonBody(body), repeat, cancel);

    /// <summary>A <c>POST</c> of one file as <c>multipart/form-data</c>, part <c>file</c>.</summary>
    public async Task<T> PostFileAsync<T>(string path, string fileName, byte[] file, Repeat repeat, CancellationToken cancel)
    {
        using var form = new MultipartFormDataContent();
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
        form.Add(part, "file", fileName);
        return await SendAsync<T>(HttpMethod.Post, path, form, repeat, cancel);
    }

    private static ByteArrayContent JsonBody(object body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json.Wire));
        content.Headers.ContentType = JsonType;
        return content;
    }

    private async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, Repeat repeat, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Options.Set(RepeatRule.Key, repeat);

        try
        {
            using var answer = await http.SendAsync(request, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            return answer.IsSuccessStatusCode ? Read<T>(body, (int)answer.StatusCode, repeat) : throw Fault(answer.StatusCode, body, repeat);
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException)
        {
            throw RepeatRule.WasNeverSent(fault) || repeat is Repeat.Anytime
                ? new ProviderFault(FaultKind.Outage, null, null, "the provider did not answer", fault)
                : new ProviderFault(FaultKind.OutcomeUnknown, null, null, "the connection was lost before the provider answered", fault);
        }
    }

    private static T Read<T>(string body, int status, Repeat repeat)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Json.Wire) ?? throw new JsonException("the body is null");
        }
        catch (JsonException fault)
        {
            var kind = repeat is Repeat.Anytime ? FaultKind.Outage : FaultKind.OutcomeUnknown;
            throw new ProviderFault(kind, status, null, "the provider's answer could not be read", fault);
        }
    }

    private static ProviderFault Fault(HttpStatusCode status, string body, Repeat repeat)
    {
        var error = ProviderError.Read(body);
        var kind = (int)status switch
        {
            401 => FaultKind.CredentialsRefused,
            404 => FaultKind.NotFound,
            409 => FaultKind.Conflict,
            429 => FaultKind.Busy,
            503 => FaultKind.Outage,
            >= 500 when repeat is Repeat.OnlyIfNotProcessed => FaultKind.OutcomeUnknown,
            >= 500 => FaultKind.Outage,
            _ => FaultKind.Refused,
        };

        return new ProviderFault(kind, (int)status, error.Code, error.Message ?? $"the provider answered {(int)status}");
    }
}
