namespace Readiness.Drivers.People;

/// <summary>A conversation with a person.</summary>
public interface IConversation
{
    /// <summary>Shows text, which may have several lines.</summary>
    void Show(string text);

    /// <summary>Asks for a line.</summary>
    /// <param name="question">Shown before the cursor.</param>
    /// <param name="limit">How long the person may take.</param>
    Task<Typed> Ask(string question, TimeSpan limit, CancellationToken cancellation);
}
