namespace Readiness.Configuration;

/// <summary>The way by which new secrets reach the integration.</summary>
public enum RotationChannel
{
    /// <summary>Their files are replaced, each in one go.</summary>
    File,

    /// <summary>The integration is started again with the new values.</summary>
    Restart,

    /// <summary>They are written into the played secrets manager, and nowhere else.</summary>
    Manager,
}
