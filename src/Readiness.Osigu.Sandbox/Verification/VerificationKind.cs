namespace Readiness.Osigu.Sandbox;

/// <summary>How a sponsor wants a person to be verified before something is completed.</summary>
public enum VerificationKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a password that is sent to the person and can be used once.</summary>
    Otp,

    /// <summary>By a fingerprint or a face.</summary>
    Biometric,
}
