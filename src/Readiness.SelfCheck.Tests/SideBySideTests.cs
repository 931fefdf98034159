using Readiness.SelfCheck.Run;

namespace Readiness.SelfCheck.Tests;

public sealed class SideBySideTests
{
    private const long Gigabyte = 1024L * 1024 * 1024;

    [TestCase(2, 16, 20)]
    [TestCase(1, 16, 10)]
    [TestCase(16, 4, 10)]
    [TestCase(2, 0, 1)]
    public void Cores_and_memory_bound_how_many_go_on_at_once(int cores, int gigabytes, int expected) =>
        SideBySide.Number(cores, gigabytes * Gigabyte).ShouldBe(expected);
}
