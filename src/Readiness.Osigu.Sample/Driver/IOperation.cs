using System.Text.Json;

namespace Readiness.Osigu.Sample.Driver;

/// <summary>Something that a clerk asks for. Registered under the name of the operation.</summary>
internal interface IOperation
{
    Task<Outcome> RunAsync(JsonElement input, CancellationToken cancel);
}

/// <summary>An operation with its input read.</summary>
internal abstract class Operation<TInput> : IOperation
{
    public Task<Outcome> RunAsync(JsonElement input, CancellationToken cancel)
    {
        TInput read;
        try
        {
            read = input.Deserialize<TInput>(Json.Wire)!;
        }
        catch (JsonException fault)
        {
            return Task.FromResult(Outcome.Failure($"The form is not filled in correctly: {fault.Message}"));
        }

        return RunAsync(read, cancel);
    }

    protected abstract Task<Outcome> RunAsync(TInput input, CancellationToken cancel);
}

/// <summary>For operations that need nothing.</summary>
internal sealed record NoInput;
