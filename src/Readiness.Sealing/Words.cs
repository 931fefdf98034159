using System.Text.Json;

namespace Readiness.Sealing;

/// <summary>Verdicts as they are written in JSON: <c>not-ready</c>.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
