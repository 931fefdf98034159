using System.Text.Json.Nodes;
using Readiness.Configuration.Mapping;
using Readiness.Drivers.Http;
using Readiness.Recording;

namespace Readiness.Drivers.Mapping;

/// <summary>Drives the integration through the API that it has anyway, as a mapping says; the integration needs no code for it.</summary>
/// <param name="mapping">What is asked for each operation, and what the answers mean.</param>
/// <param name="url">The address of the API; paths of the mapping stand below it.</param>
/// <param name="headers">Sent with every request.</param>
public sealed class MappingDriver(DriverMapping mapping, Uri url, IReadOnlyDictionary<string, string> headers, TimeProvider clock) : IDriver
{
    private readonly HttpCaller caller = new(url, headers);

    public async Task<DriverAnswer> Perform(string operation, string input, TimeSpan limit, CancellationToken cancellation)
    {
        if (!mapping.Operations.TryGetValue(operation, out var mapped))
        {
            return new() { Outcome = Outcome.Unsupported, Message = $"{mapping.File} maps no operation '{operation}'" };
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(limit);
        try
        {
            return await new MappedConversation(mapped, JsonNode.Parse(input), caller, url, clock).Hold(patience.Token)
                ?? new() { Outcome = Outcome.Unsupported, Message = $"{mapping.File} has no request for such an input of '{operation}'" };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return DriverAnswer.TimedOut(limit);
        }
        catch (MappingFaultException fault)
        {
            return AnswerReader.Unreadable($"{operation}: {fault.Message}", $"correct operations.{operation} in {mapping.File}");
        }
    }

    public void Dispose() => caller.Dispose();
}
