using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Readiness.Recording;
using Readiness.Sandbox.Provider;

namespace Readiness.Osigu.Sandbox;

/// <summary>One call while it is being answered.</summary>
internal sealed class OsiguCall
{
    private readonly ProviderCall raw;
    private readonly Dictionary<string, string> annotations = [];

    public OsiguCall(ProviderCall raw)
    {
        this.raw = raw;
        Query = Pairs.Of(raw.Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var question ? raw.Target[(question + 1)..] : "");
        Fields = new RequestFields(default);
    }

    public string Method => raw.Method;

    public IReadOnlyDictionary<string, string> Query { get; }

    public ReadOnlyMemory<byte> Body => raw.Body;

    /// <summary>The fields of the JSON body; none before <see cref="ReadJson"/> has read it.</summary>
    public RequestFields Fields { get; private set; }

    /// <summary>What the journal says in addition. Holds no value that the client sent.</summary>
    public IReadOnlyDictionary<string, string> Annotations => annotations;

    public string? Header(string name) => raw.Headers.Value(name);

    /// <summary>A parameter of the path.</summary>
    public string Path(string name) => raw.Route!.Parameters[name];

    /// <summary>The stimulus that the call's creations belong to.</summary>
    /// <param name="referenced">Stimuli of the resources that the call names, for a call in which no minted value was seen.</param>
    public string? Stimulus(params ReadOnlySpan<string?> referenced)
    {
        if (raw.Stimulus is not null)
        {
            return raw.Stimulus;
        }

        foreach (var stimulus in referenced)
        {
            if (stimulus is not null)
            {
                return stimulus;
            }
        }

        return null;
    }

    public void Note(string key, string value) => annotations[key] = value;

    /// <summary>Reads the body as a JSON object, whatever its content type says. An empty body is an empty object.</summary>
    /// <returns>The refusal of a body that is none.</returns>
    public Reply.Refusal? ReadJson()
    {
        if (raw.Body.IsEmpty)
        {
            return null;
        }

        if (!Utf8.IsValid(raw.Body.Span))
        {
            return Malformed("the body is not UTF-8");
        }

        try
        {
            using var document = JsonDocument.Parse(raw.Body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Malformed("the body is JSON, but no object");
            }

            Fields = new RequestFields(document.RootElement.Clone());
            return null;
        }
        catch (JsonException)
        {
            return Malformed("the body is not JSON");
        }
    }

    private static Reply.Refusal Malformed(string looked) => new(400, "071-400", "malformed JSON") { Looked = looked };
}

/// <summary>Names and values of a query or of a form body.</summary>
internal static class Pairs
{
    public static IReadOnlyDictionary<string, string> Of(string text)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            pairs.TryAdd(Decode(equals < 0 ? pair : pair[..equals]), equals < 0 ? "" : Decode(pair[(equals + 1)..]));
        }

        return pairs;
    }

    public static IReadOnlyDictionary<string, string> Of(ReadOnlyMemory<byte> body) => Of(Encoding.UTF8.GetString(body.Span));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
