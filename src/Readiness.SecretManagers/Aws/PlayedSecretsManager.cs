using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.SecretManagers.Aws;

/// <summary>The read side of AWS Secrets Manager: <c>GetSecretValue</c> and <c>DescribeSecret</c> of one secret, over JSON 1.1, with signatures verified.</summary>
/// <remarks>Source: Secrets Manager API Reference. The secret is a string that holds JSON, as the console makes it.</remarks>
public sealed class PlayedSecretsManager(AwsCredentials credentials, ManagedSecret secret, MintedValues minted, TimeProvider clock) : IProvider
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string TargetPrefix = "secretsmanager.";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SignatureGate gate = new(credentials, clock);
    private readonly SecretSelector selector = new(secret, credentials.Region);

    public string Party => "aws-secrets-manager";

    /// <summary>The secret's ARN, which may be given in place of its name.</summary>
    public string SecretArn => selector.Arn;

    public Route? Route(string method, string path) => (method, path) is ("POST", "/") ? new Route(ManagerOperations.AwsGetSecretValue, new Dictionary<string, string>()) : null;

    /// <summary>The action that a header names decides, for all of them share one address.</summary>
    public Route? Route(string method, string path, IReadOnlyList<Header> headers) => Route(method, path) is null ? null : new Route(
        headers.Value("X-Amz-Target") switch
        {
            TargetPrefix + "GetSecretValue" => ManagerOperations.AwsGetSecretValue,
            TargetPrefix + "DescribeSecret" => ManagerOperations.AwsDescribeSecret,
            _ => ManagerOperations.AwsOther,
        },
        new Dictionary<string, string>());

    public ProviderAnswer Answer(ProviderCall call)
    {
        if (call.Route is null)
        {
            return Refuse(new AwsError("UnknownOperationException", "", "every action is a POST to /", 404));
        }

        if (gate.Check(new SignedRequest(call.Method, call.Target, call.Headers, call.Body)) is { } unsigned)
        {
            return Refuse(unsigned);
        }

        return call.Route.Operation switch
        {
            ManagerOperations.AwsGetSecretValue => Asked(call, Value),
            ManagerOperations.AwsDescribeSecret => Asked(call, _ => Description()),
            _ when call.Headers.Value("X-Amz-Target") is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal) => Refuse(new AwsError(
                "AccessDeniedException", $"User: arn:aws:iam::123456789012:user/readiness is not authorized to perform: secretsmanager:{target[TargetPrefix.Length..]}", "only GetSecretValue and DescribeSecret are played")),
            _ => Refuse(new AwsError("UnknownOperationException", "", "no such action in X-Amz-Target")),
        };
    }

    public ProviderAnswer Refuse(ProviderCall call, int status) =>
        Refuse(new AwsError(status == 429 ? "ThrottlingException" : "InternalServiceError", "An error occurred on the server side.", $"a planned {status}", status));

    private ProviderAnswer Asked(ProviderCall call, Func<JsonObject, ProviderAnswer> answer)
    {
        if (Read(call.Body) is not { } asked)
        {
            return Refuse(new AwsError("SerializationException", "", "the body is no JSON object"));
        }

        return Text(asked, "SecretId") switch
        {
            null => Refuse(new AwsError("ValidationException", "1 validation error detected: Value null at 'secretId' failed to satisfy constraint: Member must not be null", "no SecretId")),
            var id when !selector.Means(id) || secret.Current is null => Refuse(new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "no secret of that name or ARN")),
            _ => answer(asked),
        };
    }

    private ProviderAnswer Value(JsonObject asked)
    {
        var (versionId, stage) = (Text(asked, "VersionId"), Text(asked, "VersionStage"));
        if (selector.Find(versionId, stage) is not { } version)
        {
            return Refuse(new AwsError(
                "ResourceNotFoundException",
                versionId is null ? $"Secrets Manager can't find the specified secret value for staging label: {stage}" : $"Secrets Manager can't find the specified secret value for VersionId: {versionId}",
                "the secret has no such version"));
        }

        var values = new JsonObject(version.Values.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        return Json(200, new JsonObject
        {
            ["ARN"] = selector.Arn,
            ["CreatedDate"] = Seconds(version.CreatedAt),
            ["Name"] = secret.Name,
            ["SecretString"] = values.ToJsonString(Plain),
            ["VersionId"] = version.Id,
            ["VersionStages"] = Stages(version),
        }) with
        {
            Annotations = HandedOut.Of(version, minted),
        };
    }

    private ProviderAnswer Description() => Json(200, new JsonObject
    {
        ["ARN"] = selector.Arn,
        ["CreatedDate"] = Seconds(secret.Versions[0].CreatedAt),
        ["LastChangedDate"] = Seconds(secret.Current!.CreatedAt),
        ["Name"] = secret.Name,
        ["RotationEnabled"] = false,
        ["VersionIdsToStages"] = new JsonObject(secret.Versions.Where(version => selector.Stages(version).Count > 0)
            .Select(version => KeyValuePair.Create(version.Id, (JsonNode?)Stages(version)))),
    });

    private JsonArray Stages(SecretVersion version) => [.. selector.Stages(version).Select(stage => (JsonNode)stage)];

    private static JsonObject? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? [] : JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject asked, string field) => asked[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000d;

    private static ProviderAnswer Refuse(AwsError error) => Json(
        error.Status,
        error.Message.Length == 0
            ? new JsonObject { ["__type"] = error.Type }
            : new JsonObject { ["__type"] = error.Type, [error.Type == "ResourceNotFoundException" ? "Message" : "message"] = error.Message }) with
    {
        Annotations = new Dictionary<string, string> { [SecretManagerAnnotations.Looked] = error.Looked },
    };

    private static ProviderAnswer Json(int status, JsonObject body) => new()
    {
        Status = status,
        Headers = [new Header("x-amzn-RequestId", Guid.NewGuid().ToString()), new Header("Content-Type", ContentType)],
        Body = JsonSerializer.SerializeToUtf8Bytes(body, Plain),
    };
}
