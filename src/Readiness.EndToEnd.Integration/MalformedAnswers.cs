using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Readiness.EndToEnd.Integration;

/// <summary>Answers of a driver that are not in the protocol, each in its own way.</summary>
internal static class MalformedAnswers
{
    private const int FarTooLong = 5 * 1024 * 1024;

    public static async Task<IResult> Give(HttpRequest request, string kind)
    {
        switch (kind)
        {
            case "wants-login":
                return Results.Unauthorized();
            case "redirects":
                return Results.Redirect("/login");
            case "fails":
                return Results.StatusCode(StatusCodes.Status500InternalServerError);
            case "empty":
                return Results.Text("");
            case "array":
                return Json("[]");
            case "no-outcome":
                return Json("{\"beneficiary_id\": 7}");
            case "unknown-outcome":
                return Json("{\"outcome\": \"ok\"}");
            case "too-long":
                return Json(new string(' ', FarTooLong));
            case "not-unicode":
                return Json("{\"outcome\": \"\\ud800\"}");
            case "unsupported":
                return Json("{\"outcome\": \"unsupported\"}");
            case "breaks-off":
                request.HttpContext.Response.ContentLength = 1000;
                await request.HttpContext.Response.WriteAsync("{\"outcome\":");
                await request.HttpContext.Response.Body.FlushAsync();
                request.HttpContext.Abort();
                return Results.Empty;
            case "dies":
                await Console.Error.WriteLineAsync("out of memory");
                Environment.Exit(9);
                return Results.Empty;
            case "is-killed":
                Process.GetCurrentProcess().Kill();
                return Results.Empty;
            default:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, request.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Results.Empty;
        }
    }

    private static IResult Json(string text) => Results.Text(text, "application/json");
}
