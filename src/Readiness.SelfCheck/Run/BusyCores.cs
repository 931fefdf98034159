namespace Readiness.SelfCheck.Run;

/// <summary>Keeps every core of this machine busy until it is disposed of.</summary>
public sealed class BusyCores : IDisposable
{
    private readonly Thread[] loops;
    private volatile bool ended;

    public BusyCores()
    {
        loops = [.. Enumerable.Range(1, Environment.ProcessorCount).Select(core => new Thread(Loop) { IsBackground = true, Name = $"busy {core}" })];
        foreach (var loop in loops)
        {
            loop.Start();
        }
    }

    public void Dispose()
    {
        ended = true;
        foreach (var loop in loops)
        {
            loop.Join();
        }
    }

    private void Loop()
    {
        while (!ended)
        {
            // Nothing: that is the work.
        }
    }
}
