namespace Readiness.Osigu.Sample.Monitoring;

/// <summary>A change of an alert, to be told.</summary>
/// <param name="Since">When it began to fire.</param>
internal sealed record RaisedAlert(string Name, bool Firing, IReadOnlyDictionary<string, string> Labels, DateTimeOffset Since, DateTimeOffset At);
