using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Readiness.Osigu.Sample.Provider.Resilience;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Provider.Tokens;

/// <summary>One request to the token endpoint.</summary>
internal interface ITokenExchange
{
    Task<TokenAnswer> AskAsync(CancellationToken cancel);
}

/// <summary>The client-credentials grant: credentials in the Basic header and nowhere else.</summary>
internal sealed class TokenExchange(HttpClient http, ClinicSettings settings, ISecrets secrets, TimeProvider time) : ITokenExchange
{
    public async Task<TokenAnswer> AskAsync(CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.TokenUrl)
        {
            Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
        };
        var pair = Encoding.UTF8.GetBytes($"{secrets.ClientId}:{secrets.ClientSecret}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));

        try
        {
            using var answer = await http.SendAsync(request, cancel);
            var body = await answer.Content.ReadAsStringAsync(cancel);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => Read(body),
                HttpStatusCode.TooManyRequests => new TokenAnswer.Limited(RetryAfter.Of(answer, time)),
                >= HttpStatusCode.InternalServerError => new TokenAnswer.Unavailable((int)answer.StatusCode),
                _ => new TokenAnswer.Refused((int)answer.StatusCode, ProviderError.Read(body).Code),
            };
        }
        catch (Exception fault) when (fault is HttpRequestException or TimeoutException)
        {
            return new TokenAnswer.Unavailable(null);
        }
    }

    private static TokenAnswer Read(string body)
    {
        try
        {
            var grant = JsonSerializer.Deserialize<Grant>(body, Json.Wire);
            return grant is { AccessToken.Length: > 0, ExpiresIn: > 0 }
                ? new TokenAnswer.Granted(new AccessToken(grant.AccessToken, TimeSpan.FromSeconds(grant.ExpiresIn)))
                : new TokenAnswer.Unavailable(200);
        }
        catch (JsonException)
        {
            return new TokenAnswer.Unavailable(200);
        }
    }

    /// <summary>What a granted token comes with. Its life is told in seconds.</summary>
    private sealed record Grant(string? AccessToken, long ExpiresIn);
}
