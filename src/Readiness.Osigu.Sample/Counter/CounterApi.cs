using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;

namespace Readiness.Osigu.Sample.Counter;

/// <summary>The API that the clinic's own screens use: orders, dispensings, claims. No harness was in mind when it was made.</summary>
internal sealed class CounterApi(OperationDesk desk, SettlementRuns runs)
{
    public void Map(IEndpointRouteBuilder clinic)
    {
        Post(clinic, "/api/members/search", SearchBeneficiary.Name);
        Post(clinic, "/api/orders", RequestAuthorization.Name, StatusCodes.Status201Created);
        Get(clinic, "/api/orders/{orderNumber}", ShowAuthorization.Name);
        Post(clinic, "/api/dispensings", Dispense.Name, StatusCodes.Status201Created);
        Post(clinic, "/api/prescriptions", IssuePrescription.Name, StatusCodes.Status201Created);
        Post(clinic, "/api/claims", SubmitClaim.Name, StatusCodes.Status201Created);
        Get(clinic, "/api/settlements/{settlementId}", ShowSettlement.Name);
        Get(clinic, "/api/notices/count", CountEffects.Name);
        Post(clinic, "/api/maintenance/refresh", Resync.Name);
        clinic.MapPost(SettlementRuns.Path, async (HttpRequest request, CancellationToken cancel) =>
            await BodyAsync(request, cancel) is { } order ? runs.Start(order) : Results.BadRequest());
        clinic.MapGet(SettlementRuns.Path + "/{number}", runs.ShowAsync);
    }

    private void Post(IEndpointRouteBuilder clinic, string path, string operation, int success = StatusCodes.Status200OK) =>
        clinic.MapPost(path, async (HttpRequest request, CancellationToken cancel) =>
            await BodyAsync(request, cancel) is { } body ? CounterAnswer.Of(await desk.RunAsync(operation, body, cancel), success) : Results.BadRequest());

    private void Get(IEndpointRouteBuilder clinic, string path, string operation) =>
        clinic.MapGet(path, async (HttpRequest request, CancellationToken cancel) =>
        {
            var asked = new JsonObject();
            foreach (var (name, value) in request.RouteValues.Select(pair => (pair.Key, $"{pair.Value}")).Concat(request.Query.Select(pair => (pair.Key, pair.Value.ToString()))))
            {
                asked[name] = value;
            }

            return CounterAnswer.Of(await desk.RunAsync(operation, Input(asked), cancel));
        });

    /// <summary>What was sent, in the provider's words; null where it is no JSON.</summary>
    private static async Task<JsonElement?> BodyAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.ContentLength is null or 0 ? Input(new JsonObject()) : Input(await JsonNode.ParseAsync(request.Body, cancellationToken: cancel));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Input(JsonNode? asked) => JsonSerializer.SerializeToElement(CounterWords.FromClinic(asked));
}
