using System.Text;

namespace Readiness.Osigu.Sandbox;

/// <summary>A document as it is uploaded: a multipart part named <c>file</c>, or Base64 within JSON. The content is not kept.</summary>
internal static class IndicationUpload
{
    /// <summary>Which of the documented forms the upload has, or the refusal where it has none.</summary>
    public static (string Form, Reply.Refusal? Refusal) Read(OsiguCall call) =>
        call.Header("Content-Type")?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true ? ("multipart", Multipart(call)) : ("json", Json(call));

    private static Reply.Refusal? Multipart(OsiguCall call)
    {
        // Latin-1 keeps every byte of the file as one character; only the header of the part is read.
        var text = Encoding.Latin1.GetString(call.Body.Span);
        var named = text.Contains("name=\"file\"", StringComparison.OrdinalIgnoreCase) || text.Contains("name=file", StringComparison.OrdinalIgnoreCase);
        return named ? null : Reply.Invalid("file", "is required") with { Looked = "no part named 'file' in the multipart body" };
    }

    private static Reply.Refusal? Json(OsiguCall call)
    {
        if (call.ReadJson() is { } malformed)
        {
            return malformed;
        }

        var body = call.Fields;
        body.Text("file_name");
        body.Text("content_type");
        var content = body.Text("content_base64");
        if (content.Length > 0 && !Convert.TryFromBase64String(content, new byte[content.Length], out _))
        {
            body.Problem("content_base64", "is not Base64");
        }

        return body.Refusal;
    }
}
