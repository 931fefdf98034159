using System.Text.Json;

namespace Readiness.Osigu.Sandbox;

/// <summary>A JSON object of a request, read field by field. Whatever is missing or wrong is collected, so that one answer names all of it.</summary>
/// <remarks>Fields that nobody asks for are tolerated, as the provider tolerates them.</remarks>
internal sealed class RequestFields
{
    private readonly JsonElement root;
    private readonly string path;
    private readonly List<FieldProblem> problems;

    public RequestFields(JsonElement root)
        : this(root, "", [])
    {
    }

    private RequestFields(JsonElement root, string path, List<FieldProblem> problems)
    {
        this.root = root;
        this.path = path;
        this.problems = problems;
    }

    /// <summary>The refusal that names every problem found so far; null where there is none.</summary>
    public Reply.Refusal? Refusal => problems.Count == 0 ? null : new Reply.Refusal(422, "071-422", "the request is not valid") { Fields = [.. problems] };

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A text that must be there; empty where it is not, and the problem is noted.</summary>
    public string Text(string name)
    {
        var text = OptionalText(name);
        if (string.IsNullOrWhiteSpace(text))
        {
            Problem(name, "is required");
            return "";
        }

        return text;
    }

    /// <summary>A text, an identifier or a number in its written form; null where it is absent or no single value.</summary>
    public string? OptionalText(string name) => Find(name) is { } value ? Scalar(value) : null;

    public decimal PositiveNumber(string name)
    {
        if (Find(name) is not { } value)
        {
            Problem(name, "is required");
            return 0;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number) || number <= 0)
        {
            Problem(name, "must be a positive number");
            return 0;
        }

        return number;
    }

    /// <summary>True only where the field is the JSON value true.</summary>
    public bool IsTrue(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>An object, or null where it is absent.</summary>
    public RequestFields? Object(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new RequestFields(value, $"{path}{name}.", problems) : null;

    /// <summary>The objects of a list that must have at least one.</summary>
    public IReadOnlyList<RequestFields> Objects(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            Problem(name, "must be a list with at least one entry");
            return [];
        }

        var objects = new List<RequestFields>();
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var here = $"{path}{name}[{index++}]";
            if (item.ValueKind == JsonValueKind.Object)
            {
                objects.Add(new RequestFields(item, $"{here}.", problems));
            }
            else
            {
                problems.Add(new FieldProblem(here, "must be an object"));
            }
        }

        return objects;
    }

    /// <summary>The objects of a list; none, and nothing noted, where there is no such list.</summary>
    public IReadOnlyList<RequestFields> ObjectsIfAny(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Index().Where(entry => entry.Item.ValueKind == JsonValueKind.Object).Select(entry => new RequestFields(entry.Item, $"{path}{name}[{entry.Index}].", problems))]
            : [];

    /// <summary>The entries of a list as they stand: texts, or objects.</summary>
    public IEnumerable<(string? Text, RequestFields? Object)> Entries(string name)
    {
        if (Find(name) is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() == 0)
        {
            Problem(name, "must be a list with at least one entry");
            return [];
        }

        return [.. list.EnumerateArray().Select((item, index) => item.ValueKind == JsonValueKind.Object
            ? ((string?)null, (RequestFields?)new RequestFields(item, $"{path}{name}[{index}].", problems))
            : (Scalar(item), null))];
    }

    /// <summary>Notes a problem of one field.</summary>
    public void Problem(string name, string problem) => problems.Add(new FieldProblem(path + name, problem));

    private JsonElement? Find(string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? Scalar(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate escape: JSON by its grammar, but no text.
            return null;
        }
    }
}
