using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>Lets a harness act as the clerk: <c>POST /driver/operations/{operation}</c> with <c>{"input": {…}}</c>.</summary>
internal sealed class DriverEndpoint(IServiceProvider services) : IDisposable
{
    public const string Path = "/driver/operations/{operation}";

    /// <summary>As many as the protocol may have open at once.</summary>
    private readonly SemaphoreSlim counters = new(8);

    public async Task<IResult> HandleAsync(string operation, HttpRequest request, CancellationToken cancel)
    {
        if (services.GetKeyedService<IOperation>(operation) is not { } known)
        {
            return Answer(new Outcome { Word = Outcome.Unsupported, Message = $"This clinic has no operation '{operation}'." });
        }

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

        await counters.WaitAsync(cancel);
        try
        {
            return Answer(await known.RunAsync(input, cancel));
        }
        catch (ProviderFault fault)
        {
            return Answer(Wording.Of(fault));
        }
        finally
        {
            counters.Release();
        }
    }

    public void Dispose() => counters.Dispose();

    private static IResult Answer(Outcome outcome) => Results.Json(outcome, Json.Shown);
}
