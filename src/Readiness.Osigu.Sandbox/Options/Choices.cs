namespace Readiness.Osigu.Sandbox;

/// <summary>How an access token looks. The guides show a JWT, an older portal an opaque text.</summary>
public enum TokenFormat
{
    Jwt,
    Opaque,
}

/// <summary>Where <c>grant_type</c> is accepted. The guides put it in the body, the older portal in the query.</summary>
public enum GrantTypePlace
{
    Either,
    Body,
    Query,
}

/// <summary>How identifiers look: <c>bnf_…</c> in the guides, 64-bit integers in the generated reference.</summary>
public enum IdStyle
{
    Prefixed,
    Integers,
}

/// <summary>Whose words stand in enumerations: the guides', or the generated schemas'.</summary>
public enum Vocabulary
{
    Guide,
    Schema,
}

/// <summary>Which of the three documented shapes an error body has.</summary>
public enum ErrorShape
{
    ErrorCode,
    Code,
    Monitor,
}

/// <summary>Whether a 429 tells how long to stay away, and how.</summary>
public enum RetryAfterForm
{
    None,
    Seconds,
    Date,
}

/// <summary>Which answers of a webhook receiver are followed by another attempt.</summary>
public enum RetryTrigger
{
    AnyButSuccess,
    ServerErrorOrTimeout,
}

/// <summary>Which events are published by themselves.</summary>
public enum PublishedEvents
{
    All,
    Decisions,
}
