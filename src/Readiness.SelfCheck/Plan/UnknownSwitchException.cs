namespace Readiness.SelfCheck.Plan;

/// <summary>The command line names a switch that cannot be run. The message says which one, and the nearest that can.</summary>
public sealed class UnknownSwitchException(string message) : Exception(message);
