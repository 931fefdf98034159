namespace Readiness.Osigu.Sandbox;

/// <summary>What a beneficiary's coverage looks like.</summary>
public enum Coverage
{
    /// <summary>Active, effective until a day in the future.</summary>
    Active,

    /// <summary>Not active, effective until a day in the past.</summary>
    Expired,

    /// <summary>Not active although the day it is effective until lies in the future: only <c>active</c> decides.</summary>
    Suspended,
}
