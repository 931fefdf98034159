namespace Readiness.Drivers.Mapping;

/// <summary>The mapping asks for something that this input and these answers do not have.</summary>
public sealed class MappingFaultException(string message) : Exception(message);
