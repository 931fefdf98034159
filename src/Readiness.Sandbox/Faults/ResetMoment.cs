namespace Readiness.Sandbox.Faults;

/// <summary>When a planned reset happens.</summary>
public enum ResetMoment
{
    BeforeAnswer,
    WithinBody,
    AfterBody,
}
