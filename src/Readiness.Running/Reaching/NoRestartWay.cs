namespace Readiness.Running.Reaching;

/// <summary>Nobody restarts it.</summary>
/// <param name="reason">Why.</param>
internal sealed class NoRestartWay(string reason) : IRestartWay
{
    public string Not { get; } = reason;

    public Task Restart(IReadOnlyDictionary<string, string> credentials, CancellationToken cancellation) => throw new NotExercisedException(Not);
}
