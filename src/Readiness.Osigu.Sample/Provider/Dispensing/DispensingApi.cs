using System.Text.Json.Serialization;
using Readiness.Osigu.Sample.Provider.Resilience;

namespace Readiness.Osigu.Sample.Provider.Dispensing;

internal sealed record Dispensation
{
    public const string Started = "STARTED";
    public const string Completed = "COMPLETED";

    public required string DispensationId { get; init; }

    public required string Status { get; init; }

    public IReadOnlyList<DispensedProduct> Products { get; init; } = [];

    /// <value><c>null</c>, <c>OTP</c> or <c>BIOMETRIC</c>.</value>
    public string? VerificationRequired { get; init; }
}

internal sealed record DispensedProduct
{
    public required string ProductCode { get; init; }

    public decimal Quantity { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public decimal UnitPrice { get; init; }
}

/// <summary>The receipt that the clinic hands out, in the clinic's own numbering.</summary>
internal sealed record Receipt
{
    public required decimal Amount { get; init; }

    public required string DocumentNumber { get; init; }

    public required DateTimeOffset DocumentDate { get; init; }

    /// <summary>Only where the sponsor asked for it.</summary>
    public IReadOnlyList<ExternalVerification>? ExternalVerifications { get; init; }
}

/// <summary>Dispensing against a code, be it an authorization's or a prescription's.</summary>
internal interface IDispensingApi
{
    /// <exception cref="ProviderFault"><see cref="FaultKind.Conflict"/>: the code was used before.</exception>
    Task<Dispensation> StartAsync(string code, string? beneficiaryId, CancellationToken cancel);

    Task<Dispensation> CompleteAsync(string dispensationId, Receipt receipt, CancellationToken cancel);

    Task<Dispensation?> FindByCodeAsync(string code, CancellationToken cancel);

    /// <returns><c>null</c> if the provider does not know it.</returns>
    Task<Dispensation?> ReadAsync(string dispensationId, CancellationToken cancel);
}

/// <remarks>Both writes count, so a lost answer is settled by looking for the dispensation before anything is sent again.</remarks>
internal sealed class DispensingApi(OsiguHttp http, SettledWrite settled) : IDispensingApi
{
    private const string Dispensations = "dispensing/v1/dispensations";

    public Task<Dispensation> StartAsync(string code, string? beneficiaryId, CancellationToken cancel) =>
        settled.SendAsync<Dispensation>(
            () => http.PostAsync<Dispensation>(Dispensations, new Start(code, beneficiaryId), Repeat.OnlyIfNotProcessed, cancel),
            async () => await FindByCodeAsync(code, cancel) switch
            {
                { Status: Dispensation.Completed } => throw new ProviderFault(
                    FaultKind.Conflict, 409, null, "the code had been dispensed before"),
                var found => found,
            });

    public Task<Dispensation> CompleteAsync(string dispensationId, Receipt receipt, CancellationToken cancel)
    {
        var path = $"{Dispensations}/{Route.Segment(dispensationId)}";
        return settled.SendAsync<Dispensation>(
            () => http.PostAsync<Dispensation>($"{path}/complete", receipt, Repeat.OnlyIfNotProcessed, cancel),
            async () => await http.GetAsync<Dispensation>(path, cancel) is { Status: Dispensation.Completed } done ? done : null);
    }

    public async Task<Dispensation?> ReadAsync(string dispensationId, CancellationToken cancel)
    {
        try
        {
            return await http.GetAsync<Dispensation>($"{Dispensations}/{Route.Segment(dispensationId)}", cancel);
        }
        catch (ProviderFault fault) when (fault.Kind is FaultKind.NotFound)
        {
            return null;
        }
    }

    public async Task<Dispensation?> FindByCodeAsync(string code, CancellationToken cancel)
    {
        var page = await http.GetAsync<PageOf<Dispensation>>($"{Dispensations}?code={Route.Segment(code)}", cancel);
        return page.Content.FirstOrDefault(found => found.Status is Dispensation.Started or Dispensation.Completed);
    }

    private sealed record Start(string Code, string? BeneficiaryId);
}
