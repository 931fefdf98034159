using System.Text.Json;

namespace Readiness.Recording;

/// <summary>Writes requests and answers as the serializer does, byte for byte, without its reflection: a busy run writes nothing else.</summary>
internal static class WireLines
{
    private static readonly JsonEncodedText[] Formats = Names<BodyFormat>();
    private static readonly JsonEncodedText[] Transmissions = Names<Transmission>();

    public static void Write(Utf8JsonWriter output, RequestReceived request)
    {
        output.WriteStartObject();
        output.WriteString("kind"u8, "request"u8);
        Seconds(output, "bodyAt"u8, request.BodyAt);
        output.WriteString("connection"u8, request.Connection);
        output.WriteString("method"u8, request.Method);
        output.WriteString("target"u8, request.Target);
        Present(output, "operation"u8, request.Operation);
        Headers(output, request.Headers);
        Body(output, request.Body);
        output.WriteStartArray("facts"u8);
        for (var index = 0; index < request.Facts.Count; index++)
        {
            var fact = request.Facts[index];
            output.WriteStartObject();
            output.WriteString("name"u8, fact.Name);
            Present(output, "stimulus"u8, fact.Stimulus);
            output.WriteString("where"u8, fact.Where);
            output.WriteString("encoding"u8, fact.Encoding);
            output.WriteEndObject();
        }

        output.WriteEndArray();
        Place(output, request);
    }

    public static void Write(Utf8JsonWriter output, ResponseSent answer)
    {
        output.WriteStartObject();
        output.WriteString("kind"u8, "response"u8);
        output.WriteNumber("of"u8, answer.Of);
        Seconds(output, "lastByteAt"u8, answer.LastByteAt);
        output.WriteNumber("status"u8, answer.Status);
        Headers(output, answer.Headers);
        Body(output, answer.Body);
        output.WriteString("transmission"u8, Transmissions[(int)answer.Transmission]);
        Present(output, "fault"u8, answer.Fault);
        output.WriteStartObject("annotations"u8);
        foreach (var (key, value) in answer.Annotations)
        {
            output.WriteString(key, value);
        }

        output.WriteEndObject();
        Place(output, answer);
    }

    private static void Headers(Utf8JsonWriter output, IReadOnlyList<Header> headers)
    {
        output.WriteStartArray("headers"u8);
        for (var index = 0; index < headers.Count; index++)
        {
            output.WriteStartObject();
            output.WriteString("name"u8, headers[index].Name);
            output.WriteString("value"u8, headers[index].Value);
            output.WriteEndObject();
        }

        output.WriteEndArray();
    }

    private static void Body(Utf8JsonWriter output, RecordedBody body)
    {
        output.WriteStartObject("body"u8);
        output.WriteNumber("length"u8, body.Length);
        output.WriteString("digest"u8, body.Digest);
        output.WriteString("format"u8, Formats[(int)body.Format]);
        output.WriteString("text"u8, body.Text);
        output.WriteBoolean("cut"u8, body.Cut);
        output.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter output, JournalEntry entry)
    {
        output.WriteNumber("number"u8, entry.Number);
        Seconds(output, "at"u8, entry.At);
        output.WriteEndObject();
    }

    private static void Seconds(Utf8JsonWriter output, ReadOnlySpan<byte> name, TimeSpan value)
    {
        output.WritePropertyName(name);
        SecondsConverter.Write(output, value);
    }

    private static void Present(Utf8JsonWriter output, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            output.WriteString(name, value);
        }
    }

    private static JsonEncodedText[] Names<TEnum>()
        where TEnum : struct, Enum =>
        [.. Enum.GetNames<TEnum>().Select(name => JsonEncodedText.Encode(JsonNamingPolicy.KebabCaseLower.ConvertName(name)))];
}
