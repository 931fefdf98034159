namespace Readiness.Running.Doctoring;

/// <summary>What is tried, in this order, from the configuration to the first events.</summary>
public static class DoctorSteps
{
    public const string Configuration = "the configuration is valid";
    public const string Production = "no production host is named";
    public const string Sandbox = "the sandbox listens";
    public const string Start = "the integration starts";
    public const string Driver = "the driver answers";
    public const string Reach = "a healthy operation reaches the sandbox";
    public const string Token = "a token is granted";
    public const string Operation = "a healthy operation succeeds";
    public const string Receiver = "a well-signed event is accepted";
    public const string Clocks = "the clocks agree";

    /// <summary>Those that need a running integration.</summary>
    public static IReadOnlyList<string> OfTheIntegration { get; } = [Driver, Reach, Token, Operation, Receiver, Clocks];
}
