using System.Runtime.Versioning;

// Signals, process groups and the environments of other processes are looked at, which is done in another way elsewhere.
[assembly: SupportedOSPlatform("linux")]
[assembly: Platform("Linux")]

// Most of these tests wait for a process; more of them at once would starve each other on a small machine.
[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(3)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
