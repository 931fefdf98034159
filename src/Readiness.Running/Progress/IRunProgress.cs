using Readiness.Verdicts;

namespace Readiness.Running.Progress;

/// <summary>Tells a person, or a log, how a run goes on.</summary>
public interface IRunProgress
{
    /// <summary>A step of the doctor succeeded.</summary>
    void Checked(string step, string found);

    /// <summary>A scenario begins.</summary>
    void Began(string item, string scenario);

    /// <summary>The run waits for something that takes a while.</summary>
    /// <param name="atMost">How long it may take.</param>
    void Waiting(string what, TimeSpan atMost);

    /// <summary>All scenarios of an item ran; its verdict is provisional until the end of the run.</summary>
    /// <param name="watching">True where nothing wrong was seen and a watch goes on; the verdict follows at the end.</param>
    void Judged(ItemResult result, bool watching);

    /// <summary>The final judgement of an item differs from what was told before.</summary>
    void Changed(ItemResult result);

    /// <summary>Keeps back every line until what it returns is disposed of: a person is being asked.</summary>
    IDisposable Hold();

    /// <summary>Anything else worth a line.</summary>
    void Say(string line);
}
