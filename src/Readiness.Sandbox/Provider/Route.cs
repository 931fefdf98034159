namespace Readiness.Sandbox.Provider;

/// <summary>Where a request was routed to.</summary>
/// <param name="Operation">The operation's name in the journal, such as <c>search-beneficiary</c>.</param>
/// <param name="Parameters">Values of the path's parameters, decoded.</param>
public sealed record Route(string Operation, IReadOnlyDictionary<string, string> Parameters);
