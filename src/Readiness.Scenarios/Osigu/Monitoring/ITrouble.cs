namespace Readiness.Scenarios.Osigu.Monitoring;

/// <summary>Something that goes wrong for a while, and has to raise an alert.</summary>
public interface ITrouble
{
    /// <summary>One of the names of symptoms.</summary>
    string Symptom { get; }

    /// <summary>Lets it go wrong, under a stimulus of its own.</summary>
    Task Begin(string stimulus);

    /// <summary>Keeps it going wrong until it is told to stop: rules count over minutes.</summary>
    Task KeepUp(CancellationToken enough);

    /// <summary>All is well again.</summary>
    Task End();
}
