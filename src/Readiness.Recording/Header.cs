namespace Readiness.Recording;

/// <summary>One header line of a message, in the order in which it stood on the wire.</summary>
public sealed record Header(string Name, string Value);
