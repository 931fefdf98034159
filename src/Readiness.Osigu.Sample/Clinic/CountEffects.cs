using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Clinic;

internal sealed record EffectsQuestion
{
    public string? EventId { get; init; }
}

/// <summary><c>effects.count</c>: how often clerks were told something because of an event, or of all events.</summary>
internal sealed class CountEffects(NoticeBoard notices) : Operation<EffectsQuestion>
{
    public const string Name = "effects.count";

    protected override Task<Outcome> RunAsync(EffectsQuestion input, CancellationToken cancel) =>
        Task.FromResult(Outcome.Success(new { Count = notices.Count(input.EventId) }));
}
