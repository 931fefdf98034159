namespace Readiness.Drivers.People;

/// <summary>What came of asking a person for a line.</summary>
public abstract record Typed
{
    private Typed()
    {
    }

    /// <summary>A line, without blanks around it; perhaps empty.</summary>
    public sealed record Line(string Text) : Typed;

    /// <summary>Nothing within the time.</summary>
    public sealed record Nothing : Typed;

    /// <summary>Standard input was closed: nobody will type any more.</summary>
    public sealed record Closed : Typed;
}
