using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Counter;

/// <summary>How the counter's API tells what came of something: data in an envelope, or problem details (RFC 9457).</summary>
internal static class CounterAnswer
{
    public static IResult Of(Outcome outcome, int success = StatusCodes.Status200OK)
    {
        var data = CounterWords.ToClinic(outcome.Result);
        return outcome.Word switch
        {
            Outcome.Succeeded => Results.Json(new JsonObject { ["data"] = data, ["notice"] = outcome.Message }, statusCode: success),
            Outcome.Pending => Results.Json(new JsonObject { ["data"] = data, ["waitingFor"] = outcome.Message }, statusCode: StatusCodes.Status202Accepted),
            _ => Problem(outcome, data),
        };
    }

    private static IResult Problem(Outcome outcome, JsonNode? data)
    {
        var status = StatusOf(outcome);
        var problem = new JsonObject
        {
            ["title"] = "This did not work",
            ["status"] = status,
            ["detail"] = outcome.Message,
            ["upstream"] = new JsonObject { ["status"] = outcome.Error?.Status, ["code"] = outcome.Error?.Code },
            ["data"] = data,
        };
        return Results.Json(problem, contentType: "application/problem+json", statusCode: status);
    }

    private static int StatusOf(Outcome outcome) => outcome switch
    {
        { Word: Outcome.Unknown } => StatusCodes.Status504GatewayTimeout,
        { Word: Outcome.Unsupported } => StatusCodes.Status501NotImplemented,
        { Error.Status: StatusCodes.Status404NotFound } => StatusCodes.Status404NotFound,
        { Error.Status: StatusCodes.Status409Conflict } => StatusCodes.Status409Conflict,
        { Error.Status: >= 500 or StatusCodes.Status429TooManyRequests } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
