using System.Text.Json.Nodes;
using Readiness.Configuration.Mapping;
using RestSharp;

namespace Readiness.Drivers.Mapping;

/// <summary>Makes requests of a mapping, with every value escaped for where it stands.</summary>
internal sealed class RequestMaker(Uri root, ValueMaker values)
{
    /// <param name="last">Where the request before went, which a relative address starts from; null for the first.</param>
    /// <exception cref="MappingFaultException">A value is missing, or cannot stand where the mapping puts it.</exception>
    public (RestRequest Request, Uri Address) Make(MappedRequest mapped, Uri? last)
    {
        var address = mapped.Url is { } given ? Given(given, last ?? root) : Below(mapped.Path!);
        var query = string.Join('&', Pairs(mapped.Query));
        if (query.Length > 0)
        {
            address = new Uri($"{address.AbsoluteUri}{(address.Query.Length > 0 ? "&" : "?")}{query}");
        }

        var request = new RestRequest(address.AbsoluteUri, Enum.Parse<Method>(mapped.Method, ignoreCase: true));
        foreach (var (name, template) in mapped.Headers)
        {
            if (values.Text(template, OneLine) is { Length: > 0 } text)
            {
                request.AddHeader(name, text);
            }
        }

        if (mapped.Body is { } body && values.TryMake(body, null, out var made))
        {
            request.AddStringBody(made?.ToJsonString() ?? "null", ContentType.Json);
        }
        else if (mapped.Form.Count > 0)
        {
            request.AddStringBody(string.Join('&', Pairs(mapped.Form)), ContentType.FormUrlEncoded);
        }

        return (request, address);
    }

    private Uri Below(Template path)
    {
        var text = values.Text(path, Segment);
        return text is not null
            ? new Uri(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + text)
            : throw new MappingFaultException($"the path needs {{{path.References.First(reference => values.Find(reference) is null).Text}}}, and there is none");
    }

    private Uri Given(Template url, Uri last)
    {
        var text = values.Text(url, same => same) ?? throw new MappingFaultException($"the url needs {{{url.Alone!.Text}}}, and there is none");
        if (!Uri.TryCreate(last, text, out var address))
        {
            throw new MappingFaultException($"'{text}' is no address");
        }

        // The headers of this API, credentials among them, are nobody else's business.
        return address.Scheme == root.Scheme && address.Authority == root.Authority
            ? address
            : throw new MappingFaultException($"the answer leads to {address.Scheme}://{address.Authority}, away from {root.Scheme}://{root.Authority}");
    }

    private IEnumerable<string> Pairs(IReadOnlyList<(string Name, MappedValue Value)> named)
    {
        foreach (var (name, value) in named)
        {
            if (!values.TryMake(value, null, out var made) || made is null)
            {
                continue;
            }

            IEnumerable<JsonNode?> all = made is JsonArray several ? several : [made];
            foreach (var one in all)
            {
                yield return one is JsonObject or JsonArray
                    ? throw new MappingFaultException($"{name} is a JSON {(one is JsonObject ? "object" : "list")}, which cannot stand in a query or a form")
                    : $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(one.AsText() ?? "")}";
            }
        }
    }

    private static string Segment(string value) => value is "" or "." or ".."
        ? throw new MappingFaultException($"'{value}' cannot stand in a path")
        : Uri.EscapeDataString(value);

    private static string OneLine(string value) => new([.. value.Select(character => char.IsControl(character) ? ' ' : character)]);
}
