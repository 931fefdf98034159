namespace Readiness.Osigu.Tests;

internal sealed class OsiguChecksTests
{
    [Test]
    public void No_two_checks_bear_the_same_name() => OsiguChecks.All.Select(check => check.Name).ShouldBeUnique();
}
