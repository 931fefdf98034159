namespace Readiness.Configuration;

/// <summary>One setting as a layer has it, before anybody knows what it means.</summary>
/// <param name="Path">With dots, in the writer's spelling.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="Value">The text; null for nothing, sections and lists.</param>
/// <param name="Where">What a message names as its place.</param>
internal sealed record WrittenSetting(string Path, WrittenKind Kind, string? Value, string Where);
