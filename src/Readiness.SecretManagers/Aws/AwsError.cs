namespace Readiness.SecretManagers.Aws;

/// <summary>An error of the service as its protocol, JSON 1.1, carries it.</summary>
/// <param name="Type">The exception's name, as clients tell it by.</param>
/// <param name="Looked">Why, for the journal.</param>
internal sealed record AwsError(string Type, string Message, string Looked, int Status = 400);
