using System.Globalization;
using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>One page of a list: <c>page</c> counts from 0, <c>size</c> is 15 unless asked otherwise.</summary>
internal static class Page
{
    private const int UsualSize = 15;

    public static Reply Of(OsiguCall call, IEnumerable<JsonObject> items, int largest)
    {
        if (Number(call, "page", 0, least: 0) is not { } number)
        {
            return Reply.Invalid("page", "must be an integer from 0");
        }

        if (Number(call, "size", UsualSize, least: 1) is not { } asked)
        {
            return Reply.Invalid("size", "must be an integer from 1");
        }

        var size = Math.Min(asked, largest);
        var all = items.ToList();
        var pages = (all.Count + size - 1) / size;
        return Reply.Ok(new JsonObject
        {
            ["content"] = new JsonArray([.. all.Skip((int)Math.Min((long)number * size, int.MaxValue)).Take(size)]),
            ["page"] = new JsonObject
            {
                ["size"] = size,
                ["total_elements"] = all.Count,
                ["total_pages"] = pages,
                ["number"] = number,
            },
            ["links"] = new JsonArray([.. Links(number, size, pages)]),
        });
    }

    private static IEnumerable<JsonObject> Links(int number, int size, int pages)
    {
        yield return Link("self", number, size);
        if (number > 0 && number < pages)
        {
            yield return Link("prev", number - 1, size);
        }

        if (number < pages - 1)
        {
            yield return Link("next", number + 1, size);
        }
    }

    private static JsonObject Link(string relation, int number, int size) => new()
    {
        ["rel"] = relation,
        ["href"] = string.Create(CultureInfo.InvariantCulture, $"?page={number}&size={size}"),
    };

    private static int? Number(OsiguCall call, string name, int usual, int least) =>
        !call.Query.TryGetValue(name, out var text) ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
        : null;
}
