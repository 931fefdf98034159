using System.Reflection;
using System.Text.RegularExpressions;

namespace Readiness.Conventions.Tests.Rules;

/// <summary>A step definition, read from its attribute under either package set.</summary>
/// <param name="Keyword">Given, When or Then.</param>
internal sealed record StepDefinition(string Keyword, string Pattern)
{
    private const string Suffix = "Attribute";

    /// <summary>The step definitions of an assembly.</summary>
    public static IReadOnlyList<StepDefinition> In(Assembly assembly) =>
    [
        .. assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType.Name is "GivenAttribute" or "WhenAttribute" or "ThenAttribute" or "StepDefinitionAttribute")
            .Select(attribute => new StepDefinition(
                attribute.AttributeType.Name[..^Suffix.Length],
                attribute.ConstructorArguments.Select(argument => argument.Value).OfType<string>().FirstOrDefault() ?? "")),
    ];

    /// <summary>Definitions whose expression is not anchored at both ends, so that it would match within longer steps.</summary>
    public static IEnumerable<string> Unanchored(IEnumerable<StepDefinition> definitions) =>
        definitions.Where(definition => definition.Pattern is not ['^', .., '$']).Select(definition => $"{definition} is not anchored by ^ and $");

    /// <summary>Definitions that no feature uses.</summary>
    public static IEnumerable<string> Unused(IEnumerable<StepDefinition> definitions, IReadOnlyList<WrittenScenario> scenarios)
    {
        var steps = scenarios.SelectMany(scenario => scenario.Steps).Distinct().ToArray();
        return definitions.Where(definition => !steps.Any(definition.Matches)).Select(definition => $"no step is '{definition}'");
    }

    /// <summary>Steps that no definition matches, or more than one.</summary>
    public static IEnumerable<string> Ambiguous(IReadOnlyList<StepDefinition> definitions, IEnumerable<WrittenScenario> scenarios) =>
        from step in scenarios.SelectMany(scenario => scenario.Steps).Distinct()
        let matches = definitions.Count(definition => definition.Matches(step))
        where matches != 1
        select $"'{step}' matches {matches} step definitions";

    public override string ToString() => $"{Keyword} {Pattern}";

    private bool Matches(string step) =>
        step.StartsWith($"{Keyword} ", StringComparison.Ordinal) && Regex.IsMatch(step[(Keyword.Length + 1)..], Pattern);
}
