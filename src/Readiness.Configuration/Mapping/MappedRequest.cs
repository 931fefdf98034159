namespace Readiness.Configuration.Mapping;

/// <summary>One request to the partner's API.</summary>
public sealed record MappedRequest
{
    public required string Method { get; init; }

    /// <summary>Below <c>driver.url</c>, beginning with a slash; null where <see cref="Url"/> says where.</summary>
    public required Template? Path { get; init; }

    /// <summary>An address as an earlier answer gave it, such as its Location; null where <see cref="Path"/> says where.</summary>
    public required Template? Url { get; init; }

    public required IReadOnlyList<(string Name, MappedValue Value)> Query { get; init; }

    public required IReadOnlyList<(string Name, Template Value)> Headers { get; init; }

    /// <summary>The JSON that is sent; null for none.</summary>
    public required MappedValue? Body { get; init; }

    /// <summary>The form that is sent; empty for none.</summary>
    public required IReadOnlyList<(string Name, MappedValue Value)> Form { get; init; }

    /// <summary>Left out unless all of these hold.</summary>
    public required IReadOnlyList<InputTest> When { get; init; }

    /// <summary>What the answer has to be for the next request to be asked.</summary>
    public required AnswerCondition ContinueWhen { get; init; }

    /// <summary>How it is asked again and again; null for once.</summary>
    public required Polling? Poll { get; init; }

    /// <summary>What is taken from the answer for later requests and the result, by name.</summary>
    public required IReadOnlyList<(string Name, AnswerPlace Place)> Save { get; init; }
}

/// <summary>Asks again until an answer says that it is done.</summary>
/// <param name="Until">What such an answer is like.</param>
/// <param name="Every">The pause.</param>
/// <param name="Within">How long; the last answer then counts as it is.</param>
public sealed record Polling(AnswerCondition Until, TimeSpan Every, TimeSpan Within);

/// <summary>A test of the input, or of what was saved.</summary>
public sealed record InputTest(TemplateReference Of, ValueTest Test);

/// <summary>What an answer has to be like.</summary>
/// <param name="Statuses">Ranges of status codes, ends included; empty for any.</param>
/// <param name="Where">Tests of its JSON; all have to hold.</param>
public sealed record AnswerCondition(IReadOnlyList<(int First, int Last)> Statuses, IReadOnlyList<(JsonPointer Pointer, ValueTest Test)> Where);

/// <summary>A test of one value.</summary>
/// <param name="Exists">Whether it has to be there, and not null; null where that does not matter by itself.</param>
/// <param name="AnyOf">As text, one of these; empty for any.</param>
/// <param name="NoneOf">As text, none of these.</param>
public sealed record ValueTest(bool? Exists, IReadOnlyList<string> AnyOf, IReadOnlyList<string> NoneOf)
{
    /// <summary>There, and not null.</summary>
    public static ValueTest There { get; } = new(true, [], []);

    /// <summary>Not there, or null.</summary>
    public static ValueTest NotThere { get; } = new(false, [], []);

    /// <param name="text">The value as text; null where there is none.</param>
    public bool Holds(string? text) =>
        (Exists is null || Exists == text is not null)
        && (AnyOf.Count == 0 || (text is not null && AnyOf.Contains(text)))
        && (text is null || !NoneOf.Contains(text));
}
