using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Readiness.EndToEnd.Integration;

/// <summary>One address for each way to behave: <c>/drivers/{manner}</c> and <c>/receivers/{manner}</c>.</summary>
internal static class Doors
{
    private const string Operation = "/operations/{operation}";

    public static WebApplication Open(string url, ProviderClient provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var doors = builder.Build();
        var operations = 0;

        doors.MapGet("/health", () => Results.Ok());
        doors.MapGet("/never", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));

        doors.MapPost("/drivers/healthy" + Operation, async (HttpRequest request) => await Answer(request, provider, credentialsInBody: false));
        doors.MapPost("/drivers/credentials-in-body" + Operation, async (HttpRequest request) => await Answer(request, provider, credentialsInBody: true));
        doors.MapPost("/drivers/settles-unasked" + Operation, async (HttpRequest request) =>
        {
            await provider.LookAtSettlements();
            return await Answer(request, provider, credentialsInBody: false);
        });
        doors.MapPost("/drivers/garbage" + Operation, () => Results.Text("<html>Welcome!</html>", "text/html"));
        doors.MapPost("/drivers/idle" + Operation, () => Results.Json(new JsonObject { ["outcome"] = "succeeded", ["result"] = new JsonObject() }));
        doors.MapPost("/drivers/silent-after-1" + Operation, async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref operations) > 1)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return await Answer(request, provider, credentialsInBody: false);
        });
        doors.MapPost("/drivers/dies-after-1" + Operation, async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref operations) > 1)
            {
                await Console.Error.WriteLineAsync("out of memory");
                Environment.Exit(9);
            }

            return await Answer(request, provider, credentialsInBody: false);
        });

        doors.MapPost("/receivers/accepts", () => Results.Ok());
        doors.MapPost("/receivers/refuses", () => Results.Unauthorized());
        doors.MapPost("/receivers/moved", () => Results.Redirect("/receivers/accepts"));
        return doors;
    }

    private static async Task<IResult> Answer(HttpRequest request, ProviderClient provider, bool credentialsInBody)
    {
        var body = await JsonNode.ParseAsync(request.Body);
        return (string?)request.RouteValues["operation"] == "beneficiary.search"
            ? Results.Json(await provider.Search(body!["input"]!, credentialsInBody))
            : Results.Json(new JsonObject { ["outcome"] = "unsupported" });
    }
}
