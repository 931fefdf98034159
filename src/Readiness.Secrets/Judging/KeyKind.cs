namespace Readiness.Secrets.Judging;

/// <summary>What a name says about the value beside it.</summary>
internal enum KeyKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person may have chosen the value.</summary>
    Password,

    /// <summary>A machine has drawn the value.</summary>
    Secret,
}
