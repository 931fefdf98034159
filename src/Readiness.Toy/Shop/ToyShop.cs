using System.Text.Json;
using System.Text.Json.Nodes;

namespace Readiness.Toy.Shop;

/// <summary>What the toy shop can do for its clerks. Answers are those of the driver protocol, version 1.</summary>
internal sealed class ToyShop(WarehouseClient warehouse, ShopSwitch? different)
{
    public async Task<JsonObject> Perform(string operation, JsonObject input)
    {
        var article = input["article_code"]?.GetValue<string>() ?? "";
        return operation switch
        {
            ToyOperations.Order => Answer(await warehouse.Send(HttpMethod.Post, "orders", new JsonObject { ["article_code"] = article }), "order_id"),
            ToyOperations.Stock => Answer(await warehouse.Send(HttpMethod.Get, $"stock/{Uri.EscapeDataString(article)}"), "quantity"),
            _ => new JsonObject { ["outcome"] = "unsupported", ["message"] = $"This shop has no operation '{operation}'." },
        };
    }

    private JsonObject Answer((int Status, string Text) answer, string wanted)
    {
        var read = different == ShopSwitch.CrashesOnHtml ? ReadBlindly(answer.Text) : Read(answer.Text);
        return answer.Status is >= 200 and < 300 && read?[wanted] is { } value
            ? new JsonObject { ["outcome"] = "succeeded", ["result"] = new JsonObject { [wanted] = value.DeepClone() } }
            : new JsonObject
            {
                ["outcome"] = "failed",
                ["message"] = $"The warehouse could not answer ({answer.Status}). Please try again later.",
                ["error"] = new JsonObject { ["status"] = answer.Status },
            };
    }

    private static JsonObject? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            // A page for people: there is nothing to read in it, and the status says enough.
            return null;
        }
    }

    private static JsonObject? ReadBlindly(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException fault)
        {
            // As an exception on a thread of one's own would, which no server catches.
            Environment.FailFast(fault.Message);
            throw;
        }
    }
}
