namespace Readiness.Configuration.Mapping;

/// <summary>How each operation is asked of the partner's own API. Read from the file that <c>driver.mapping</c> names.</summary>
public sealed record DriverMapping
{
    /// <summary>The file's name as it was written, for messages.</summary>
    public required string File { get; init; }

    /// <summary>The digest of the file, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>By the operation's name; what is not here is not supported.</summary>
    public required IReadOnlyDictionary<string, MappedOperation> Operations { get; init; }
}

/// <summary>One operation: the requests it takes, and what their last answer means.</summary>
public sealed record MappedOperation
{
    /// <summary>Asked in this order.</summary>
    public required IReadOnlyList<MappedRequest> Requests { get; init; }

    /// <summary>The first that fits decides.</summary>
    public required IReadOnlyList<OutcomeRule> Outcomes { get; init; }

    /// <summary>Where the message for the user stands; the first place that holds one counts.</summary>
    public required IReadOnlyList<AnswerPlace> Message { get; init; }

    /// <summary>Where the provider's status stands.</summary>
    public required IReadOnlyList<AnswerPlace> ErrorStatus { get; init; }

    /// <summary>Where the provider's error code stands.</summary>
    public required IReadOnlyList<AnswerPlace> ErrorCode { get; init; }

    /// <summary>The result; null where the operation has none.</summary>
    public required MappedValue? Result { get; init; }
}

/// <summary>Which answers mean which outcome.</summary>
/// <param name="Outcome"><c>succeeded</c>, <c>failed</c>, <c>pending</c>, <c>unknown</c> or <c>unsupported</c>.</param>
public sealed record OutcomeRule(AnswerCondition When, string Outcome);

/// <summary>A place in an answer: in its JSON, or beside it.</summary>
/// <param name="Pointer">Null for what stands beside the JSON.</param>
public sealed record AnswerPlace(JsonPointer? Pointer, AnswerPlaceKind Kind = AnswerPlaceKind.Json, string Header = "");

/// <summary>What kind of place.</summary>
public enum AnswerPlaceKind
{
    /// <summary>In the JSON of the body.</summary>
    Json,

    /// <summary>The body itself, where it is plain text.</summary>
    Text,

    /// <summary>The answer's status code.</summary>
    Status,

    /// <summary>A header of the answer.</summary>
    Header,
}
