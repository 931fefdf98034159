namespace Readiness.Drivers.Stdio;

/// <summary>An operation that was asked for and is not yet answered.</summary>
internal sealed class OpenOperation
{
    private readonly TaskCompletionSource<DriverAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<DriverAnswer> Answer => answer.Task;

    /// <summary>True where a line bore its id and nothing else of an answer.</summary>
    public bool IsNearlyAnswered { get; set; }

    /// <summary>The first answer counts.</summary>
    public void Settle(DriverAnswer with) => answer.TrySetResult(with);
}
