using System.Text.Json;

namespace Readiness.Configuration.Mapping;

/// <summary>Collects what is wrong with a mapping file, and asks the questions that every part of it has in common.</summary>
internal sealed class MappingReport(string file, List<ConfigurationProblem> problems)
{
    public void Add(int line, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = $"{file}:{line}", Key = key, Problem = problem, Expected = expected, Next = next });

    /// <summary>Refuses anything but an object with known keys, each once.</summary>
    /// <param name="kind">The entry of <see cref="MappingKeys.All"/>.</param>
    public bool IsObject(WrittenJson written, string key, string kind) => IsObject(written, key, MappingKeys.All[kind], kind);

    /// <summary>Refuses anything but an object; null for names of the writer's own choice.</summary>
    public bool IsObject(WrittenJson written, string key, IReadOnlyList<string>? known = null, string kind = "object")
    {
        if (written.Kind != JsonValueKind.Object)
        {
            Add(written.Line, key, $"it is {Named(written)}", "an object", "write { … }");
            return false;
        }

        foreach (var twice in written.Members.GroupBy(member => member.Name).Where(group => group.Count() > 1))
        {
            Add(twice.Last().Line, Join(key, twice.Key), $"the key stands in line {twice.First().Line} already", "every key once", "remove one of the two");
        }

        if (known is not null)
        {
            foreach (var stray in written.Members.Where(member => !known.Contains(member.Name)))
            {
                Add(stray.Line, Join(key, stray.Name), "there is no such key here", $"{string.Join(", ", known)}", NearestName.Of(stray.Name, known) is { } near ? $"write {near}, or remove it" : $"remove it; {kind} has no such key");
            }
        }

        return true;
    }

    /// <summary>The text; null for anything else, which is told.</summary>
    public string? Text(WrittenJson written, string key, string expected)
    {
        if (written.Kind == JsonValueKind.String)
        {
            return written.Text;
        }

        Add(written.Line, key, $"it is {Named(written)}", expected, "write it as text in quotes");
        return null;
    }

    public string? Choice(WrittenJson written, string key, IReadOnlyList<string> choices)
    {
        if (Text(written, key, string.Join(" or ", choices)) is not { } text || choices.Contains(text))
        {
            return written.Kind == JsonValueKind.String ? written.Text : null;
        }

        Add(written.Line, key, $"'{text}' is not one of the choices", string.Join(" or ", choices), $"write {NearestName.Several(text, choices, 1)[0]}");
        return null;
    }

    public double? Seconds(WrittenJson? written, string key, double least, double most, double unlessSet)
    {
        if (written is null)
        {
            return unlessSet;
        }

        if (written.Kind == JsonValueKind.Number && written.Node!.GetValue<double>() is var seconds && seconds >= least && seconds <= most)
        {
            return seconds;
        }

        Add(written.Line, key, $"{Named(written)} is no such time", FormattableString.Invariant($"seconds from {least} to {most}"), FormattableString.Invariant($"write such a number, or leave it out for {unlessSet}"));
        return null;
    }

    public Template? Template(string text, int line, string key, MappingScope scope)
    {
        if (Mapping.Template.Parse(text, out var fault) is not { } template)
        {
            Add(line, key, $"{fault} in '{text}'", "references such as {sponsor_slug}, {saved.id} or {item.code}; a brace itself is written {{", "close the brace, or write it twice");
            return null;
        }

        foreach (var reference in template.References)
        {
            Check(reference, line, key, scope);
        }

        return template;
    }

    /// <summary>Refuses a reference to what cannot be there.</summary>
    public void Check(TemplateReference reference, int line, string key, MappingScope scope)
    {
        switch (reference.From)
        {
            case ReferenceSource.Item when !scope.InEach:
                Add(line, key, $"{{{reference.Text}}} stands outside a {MappingKeys.Item}", $"{{item}} within {MappingKeys.Each} only", "name a member of the input");
                break;
            case ReferenceSource.Saved when !scope.Saved.Contains(reference.Path[0]):
                Add(line, key, $"nothing is saved as '{reference.Path[0]}' by an earlier request", scope.Saved.Count == 0 ? "a name from the save of an earlier request" : string.Join(" or ", scope.Saved), Near(reference.Path[0], scope.Saved));
                break;
            case ReferenceSource.Input when scope.Input.Count > 0 && !scope.Input.Contains(reference.Path[0]):
                Add(line, key, $"the input of this operation has no '{reference.Path[0]}'", string.Join(", ", scope.Input), Near(reference.Path[0], scope.Input));
                break;
        }
    }

    /// <summary>What was found, in words that quote no more than a little of it.</summary>
    public static string Named(WrittenJson written) => written.Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text '{(written.Text.Length > 40 ? written.Text[..40] + "…" : written.Text)}'",
        _ => written.Text,
    };

    public static string Join(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";

    private static string Near(string written, IReadOnlyCollection<string> known) =>
        known.Count == 0 ? "save it, or name a member of the input" : $"write {NearestName.Several(written, known, 1)[0]}";
}

/// <summary>What a template can refer to where it stands.</summary>
/// <param name="Input">Members of the operation's input; empty where nobody knows.</param>
/// <param name="Saved">What earlier requests saved.</param>
/// <param name="InEach">Whether an element is being mapped.</param>
internal sealed record MappingScope(IReadOnlyCollection<string> Input, IReadOnlyCollection<string> Saved, bool InEach = false);
