using System.Text.Json;

namespace Readiness.Recording;

/// <summary>An operation that was asked of the integration, and what it reported.</summary>
public sealed record OperationCall(OperationStarted Asked, OperationEnded? Reply)
{
    public int Number => Asked.Number;

    public string Operation => Asked.Operation;

    public string? Stimulus => Asked.Stimulus;

    public TimeSpan At => Asked.At;

    public TimeSpan? EndedAt => Reply?.At;

    /// <summary>True from the moment at which it was asked for to its reply, both included; without a reply to the end.</summary>
    public bool IsOpenAt(TimeSpan moment) => moment >= At && (EndedAt is not { } ended || moment <= ended);

    /// <summary>What was reported; null while it is open.</summary>
    public Outcome? Outcome => Reply?.Outcome;

    /// <summary>The value at that JSON pointer of the redacted result, or null.</summary>
    public string? Result(string pointer) => ResultJson is { } root ? JsonText.At(root, pointer) : null;

    /// <summary>The redacted result, or null where there is none.</summary>
    public JsonElement? ResultJson => Reply is null ? null : JsonText.Parse(Reply.Result);

    /// <summary>True where a value of that name, minted for this operation's stimulus, stands in the answer.</summary>
    public bool Mentions(string name) => Reply?.Facts.Any(fact => fact.Name == name && fact.Stimulus == Stimulus) == true;
}
