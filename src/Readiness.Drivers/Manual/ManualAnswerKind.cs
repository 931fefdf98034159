namespace Readiness.Drivers.Manual;

/// <summary>What is typed in for a question.</summary>
public enum ManualAnswerKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A number or a text that the provider gave out; what it gave out for this piece of work is offered.</summary>
    Identifier,

    /// <summary>Yes or no.</summary>
    YesOrNo,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>One of several words.</summary>
    Choice,

    /// <summary>How many there are, and then each of them.</summary>
    List,
}
