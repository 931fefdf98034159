using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.SecretManagers.Aws;

namespace Readiness.SecretManagers.Tests;

/// <summary>A signed request of which a test may spoil each part.</summary>
internal sealed record AwsRequest
{
    public string Action { get; init; } = "GetSecretValue";

    public string Body { get; init; } = """{"SecretId":"readiness/toy"}""";

    /// <summary>Sent in place of the body that was signed.</summary>
    public string? OtherBody { get; init; }

    public string Region { get; init; } = "us-east-1";

    public string Service { get; init; } = "secretsmanager";

    public DateTimeOffset At { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>The scope's date; the request's own where null.</summary>
    public string? ScopeDate { get; init; }

    public string? AccessKeyId { get; init; }

    public string? SecretAccessKey { get; init; }

    public IReadOnlyList<string> Signed { get; init; } = ["content-type", "host", "x-amz-date", "x-amz-target"];

    /// <summary>Further headers; signed only where <see cref="Signed"/> names them.</summary>
    public IReadOnlyList<Header> More { get; init; } = [];

    /// <summary>The whole Authorization header in place of the signature; empty for none.</summary>
    public string? Authorization { get; init; }

    public async Task<(int Status, JsonObject Body)> Send(Stand stand)
    {
        var moment = At.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = new SigningScope(ScopeDate ?? moment[..8], Region, Service);
        Header[] headers =
        [
            new("Content-Type", "application/x-amz-json-1.1"),
            new("Host", stand.Client.BaseAddress!.Authority),
            new("X-Amz-Date", moment),
            new("X-Amz-Target", $"secretsmanager.{Action}"),
            .. More,
        ];
        var signature = SignatureVersion4.Sign(new SignedRequest("POST", "/", headers, Encoding.UTF8.GetBytes(Body)), Signed, moment, scope, SecretAccessKey ?? stand["aws.secretAccessKey"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(OtherBody ?? Body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        foreach (var header in headers.Skip(2))
        {
            request.Headers.Add(header.Name, header.Value);
        }

        var authorization = Authorization ?? $"AWS4-HMAC-SHA256 Credential={AccessKeyId ?? stand["aws.accessKeyId"]}/{scope}, SignedHeaders={string.Join(';', Signed)}, Signature={signature}";
        if (authorization.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await stand.Client.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-amz-json-1.1");
        answer.Headers.Contains("x-amzn-RequestId").ShouldBeTrue();
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }
}
