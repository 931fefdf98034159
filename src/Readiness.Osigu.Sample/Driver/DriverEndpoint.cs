using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>Lets a harness act as the clerk: <c>POST /driver/operations/{operation}</c> with <c>{"input": {…}}</c>.</summary>
internal sealed class DriverEndpoint(OperationDesk desk)
{
    public const string Path = "/driver/operations/{operation}";

    public async Task<IResult> HandleAsync(string operation, HttpRequest request, CancellationToken cancel)
    {
        JsonElement input;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, default, cancel);
            input = body.RootElement.TryGetProperty("input", out var given) && given.ValueKind is JsonValueKind.Object
                ? given.Clone()
                : JsonElement.Parse("{}");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Results.Json(new { message = "The body is no JSON object with an \"input\"." }, Json.Shown, statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.Json(await desk.RunAsync(operation, input, cancel), Json.Shown);
    }
}
