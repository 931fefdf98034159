namespace Readiness.Configuration;

/// <summary>One layer as it was written.</summary>
/// <param name="Settings">In the order they were written.</param>
/// <param name="Complete">Whether all of it could be read.</param>
internal sealed record WrittenLayer(IReadOnlyList<WrittenSetting> Settings, bool Complete = true);
