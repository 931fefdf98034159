using System.Text.Json;

namespace Readiness.Recording;

/// <summary>A request of the integration and what the sandbox made of it.</summary>
public sealed record Exchange(RequestReceived Request, ResponseSent? Response)
{
    /// <summary>The number by which every report names it.</summary>
    public int Number => Request.Number;

    /// <summary>When the request arrived.</summary>
    public TimeSpan At => Request.At;

    /// <summary>When the answer was fully written, or the connection was gone; null while it is open.</summary>
    public TimeSpan? EndedAt => Response?.LastByteAt;

    /// <summary>The status that was sent; 0 where none was, or not yet.</summary>
    public int Status => Response?.Status ?? 0;

    public bool Succeeded => Status is >= 200 and < 300 && Response!.Transmission == Transmission.Complete;

    /// <summary>The fault that shaped the answer; null for the provider's own.</summary>
    public string? Fault => Response?.Fault;

    /// <summary>The string at that JSON pointer of the request's redacted body, or null.</summary>
    public string? Sent(string pointer) => JsonText.At(Request.Body, pointer);

    /// <summary>The string at that JSON pointer of the answer's redacted body, or null.</summary>
    public string? Answered(string pointer) => Response is null ? null : JsonText.At(Response.Body, pointer);

    /// <summary>The answer's redacted body, or null where it is no JSON.</summary>
    public JsonElement? AnsweredJson => Response is null ? null : JsonText.Parse(Response.Body);

    /// <summary>What the provider's logic noted of the call, or null.</summary>
    public string? Annotation(string key) => Response?.Annotations.GetValueOrDefault(key);

    /// <summary>True where a value minted for that stimulus stands in the request.</summary>
    public bool Concerns(string stimulus) => Request.Facts.Any(fact => fact.Stimulus == stimulus);

    /// <summary>The value of a request header, redacted, or null.</summary>
    public string? RequestHeader(string name) => Request.Headers.Value(name);
}
