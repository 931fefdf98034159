namespace Readiness.Features.Smoke;

/// <summary>A fixture that is no feature, such as a partner may add.</summary>
[TestFixture]
public sealed class AmongTheFeatures
{
    /// <summary>Its only test.</summary>
    [Test]
    public void ComesAfterThem() => Assert.Pass();
}
