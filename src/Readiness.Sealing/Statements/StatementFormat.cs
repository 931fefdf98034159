using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Readiness.Sealing.Statements;

/// <summary>A statement as JSON.</summary>
internal static class StatementFormat
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    public static byte[] Write(SealStatement statement) => JsonSerializer.SerializeToUtf8Bytes(statement, Options);

    /// <summary>Null where it is no statement of this kind.</summary>
    public static SealStatement? Read(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize<SealStatement>(json, Options) is { Type: SealStatement.StatementType, PredicateType: SealStatement.OwnPredicate } statement ? statement : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
