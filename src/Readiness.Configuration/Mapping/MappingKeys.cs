namespace Readiness.Configuration.Mapping;

/// <summary>Every key that a mapping file may hold, by where it may stand. The reader refuses all others; the schema for editors lists the same.</summary>
public static class MappingKeys
{
    public const string Each = "$each";
    public const string Item = "$item";
    public const string From = "$from";
    public const string Map = "$map";
    public const string Otherwise = "$otherwise";
    public const string As = "$as";

    /// <summary>By the name of the definition in the schema; the file itself is <c>file</c>.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["file"] = ["$schema", "outcomes", "message", "error", "operations"],
        ["operation"] = ["request", "requests", "outcomes", "message", "error", "result"],
        ["request"] = ["method", "path", "url", "query", "headers", "body", "form", "when", "continueWhen", "poll", "save"],
        ["poll"] = ["until", "everySeconds", "forSeconds"],
        ["outcome"] = ["status", "where", "outcome"],
        ["condition"] = ["status", "where"],
        ["error"] = ["status", "code"],
        ["test"] = ["exists", "not"],
        ["each"] = [Each, Item],
        ["converted"] = [From, Map, Otherwise, As],
    };
}
