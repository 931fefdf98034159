using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Readiness.Toy.Shop;

/// <summary>The toy integration as a process: <c>GET /health</c>, and the driver at <c>POST /driver/operations/{operation}</c>.</summary>
internal static class ShopServer
{
    /// <summary>Runs until it is ended.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run()
    {
        ShopSwitch? different = Variable("SHOP_SWITCH") is { Length: > 0 } name ? Enum.Parse<ShopSwitch>(name) : null;
        using var warehouse = new WarehouseClient(new Uri(Variable("WAREHOUSE_URL")), new Uri(Variable("WAREHOUSE_TOKEN_URL")), Variable("SECRETS_DIR"), different);
        var shop = new ToyShop(warehouse, different);
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(Variable("SHOP_URL"));
        await using var server = builder.Build();
        server.MapGet("/health", () => "ready");
        server.MapPost("/driver/operations/{operation}", async (string operation, HttpRequest request) =>
        {
            var message = await JsonNode.ParseAsync(request.Body);
            return Results.Json(await shop.Perform(operation, message?["input"] as JsonObject ?? []));
        });
        await server.RunAsync();
        return 0;
    }

    private static string Variable(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"the variable {name} is not set");
}
