namespace Readiness.Features.Smoke;

/// <summary>Hooks by tag and by order, and one whose fault belongs to no scenario.</summary>
[Binding]
public sealed class ZooHooks(KeepersBook book)
{
    /// <summary>Whether the hook after the run fails.</summary>
    public static bool GateIsStuck { get; set; }

    /// <summary>Runs second, and only for its tag.</summary>
    [BeforeScenario("ZOO-02", Order = 20)]
    public void Second() => book.Entries.Add("hook of ZOO-02");

    /// <summary>Runs first, before every scenario.</summary>
    [BeforeScenario(Order = 10)]
    public void First() => book.Entries.Add("hook before");

    /// <summary>Closes the gate.</summary>
    [AfterTestRun]
    public static void CloseTheGate()
    {
        if (GateIsStuck)
            throw new InvalidOperationException("the gate is stuck");
    }
}
