namespace Readiness.Configuration;

/// <summary>How a setting was written.</summary>
internal enum WrittenKind
{
    /// <summary>In a layer of plain text, where everything is text.</summary>
    Plain,

    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON true or false.</summary>
    Flag,

    /// <summary>A JSON null, which takes away what lower layers say.</summary>
    Nothing,

    /// <summary>A JSON object; its entries follow.</summary>
    Section,

    /// <summary>A JSON array; its elements follow.</summary>
    List,
}
