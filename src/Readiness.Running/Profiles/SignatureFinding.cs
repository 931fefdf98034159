namespace Readiness.Running.Profiles;

/// <summary>Why a receiver refuses a well-signed event, as far as further events could show.</summary>
/// <param name="Cause">What was proven.</param>
/// <param name="Words">What the receiver accepted, as the proof; where nothing is proven, what was tried in vain.</param>
public sealed record SignatureFinding(SignatureCause Cause, string Words);

/// <summary>The causes that can be proven.</summary>
public enum SignatureCause
{
    /// <summary>No event that differs in one thing was accepted.</summary>
    NotToldApart,

    /// <summary>One that was signed with another secret was accepted.</summary>
    WrongSecret,

    /// <summary>One whose bytes come out the same when its body is written anew was accepted.</summary>
    BodyRewritten,

    /// <summary>One that was signed at another time was accepted.</summary>
    Clock,

    /// <summary>One that was signed in another way was accepted.</summary>
    OtherScheme,
}
