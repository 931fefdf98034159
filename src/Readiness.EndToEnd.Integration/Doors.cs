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

    public static WebApplication Open(string url, ProviderAccess access, ProviderClient provider)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var doors = builder.Build();
        var operations = 0;

        doors.MapGet("/health", () => Results.Ok());
        doors.MapGet("/never", () => Results.StatusCode(StatusCodes.Status503ServiceUnavailable));

        doors.MapPost("/drivers/healthy" + Operation, async (HttpRequest request) => await Answer(request, provider, TokenManner.AsDocumented));
        doors.MapPost("/drivers/token/{manner}" + Operation, async (HttpRequest request, TokenManner manner) => await Answer(request, provider, manner));
        doors.MapPost("/drivers/settles-unasked" + Operation, async (HttpRequest request) =>
        {
            await provider.LookAtSettlements();
            return await Answer(request, provider, TokenManner.AsDocumented);
        });
        doors.MapPost("/drivers/subscribes-at-production" + Operation, async (HttpRequest request) =>
        {
            await provider.Subscribe($"{access.ProductionUrl}/events");
            return await Answer(request, provider, TokenManner.AsDocumented);
        });
        doors.MapPost("/drivers/names-production-after-1" + Operation, async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref operations) > 1)
            {
                await Console.Out.WriteLineAsync($"POST {access.ProductionUrl}/v1/oauth/token");
            }

            return await Answer(request, provider, TokenManner.AsDocumented);
        });
        doors.MapPost("/drivers/answers/{kind}" + Operation, MalformedAnswers.Give);
        doors.MapPost("/drivers/tells-its-secret" + Operation, () => Results.Text($"<html>{access.ClientSecret}</html>", "text/html"));
        doors.MapPost("/drivers/wrong-fields" + Operation, async (HttpRequest request) =>
        {
            var body = await JsonNode.ParseAsync(request.Body);
            body!["input"]!["fields"] = new JsonObject { ["colour"] = "blue" };
            return Results.Json(await provider.Search(body["input"]!, TokenManner.AsDocumented));
        });
        doors.MapPost("/drivers/no-success" + Operation, async (HttpRequest request) =>
        {
            await Answer(request, provider, TokenManner.AsDocumented);
            return Results.Json(new JsonObject { ["outcome"] = "failed", ["message"] = "nobody was found" });
        });
        doors.MapPost("/drivers/garbage" + Operation, () => Results.Text("<html>Welcome!</html>", "text/html"));
        doors.MapPost("/drivers/idle" + Operation, () => Results.Json(new JsonObject { ["outcome"] = "succeeded", ["result"] = new JsonObject() }));
        doors.MapPost("/drivers/silent-after-1" + Operation, async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref operations) > 1)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return await Answer(request, provider, TokenManner.AsDocumented);
        });
        doors.MapPost("/drivers/dies-after-1" + Operation, async (HttpRequest request) =>
        {
            if (Interlocked.Increment(ref operations) > 1)
            {
                await Console.Error.WriteLineAsync("out of memory");
                Environment.Exit(9);
            }

            return await Answer(request, provider, TokenManner.AsDocumented);
        });

        doors.MapPost("/receivers/accepts", () => Results.Ok());
        doors.MapPost("/receivers/refuses", () => Results.Unauthorized());
        doors.MapPost("/receivers/lives-later", (HttpResponse response) => { response.Headers.Date = TimeProvider.System.GetUtcNow().AddMinutes(20).ToString("R"); });
        doors.MapPost("/receivers/fails", () => Results.StatusCode(StatusCodes.Status500InternalServerError));
        doors.MapPost("/receivers/silent", async (HttpRequest request) =>
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing));
        doors.MapPost("/receivers/checks/{manner}", async (HttpRequest request, string manner) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            request.HttpContext.Response.Headers.Date = (TimeProvider.System.GetUtcNow() + SignatureCheck.Skew(manner)).ToString("R");
            return SignatureCheck.Holds(request.Headers.FirstOrDefault(header => header.Key.EndsWith("-Signature", StringComparison.OrdinalIgnoreCase)).Value.ToString(), body.ToArray(), access, manner, TimeProvider.System.GetUtcNow()) ? Results.Ok() : Results.Unauthorized();
        });
        doors.MapPost("/receivers/moved", () => Results.Redirect("/receivers/accepts"));
        return doors;
    }

    private static async Task<IResult> Answer(HttpRequest request, ProviderClient provider, TokenManner manner)
    {
        var body = await JsonNode.ParseAsync(request.Body);
        return (string?)request.RouteValues["operation"] == "beneficiary.search"
            ? Results.Json(await provider.Search(body!["input"]!, manner))
            : Results.Json(new JsonObject { ["outcome"] = "unsupported" });
    }
}
