namespace Readiness.Features.Smoke;

/// <summary>A fixture that is no feature, and closes the run.</summary>
[TestFixture]
public sealed class LockingUp
{
    /// <summary>Its only test.</summary>
    [Test]
    public void ComesLast() => Assert.Pass();
}
