using Readiness.Scenarios.Hooks;

namespace Readiness.Conventions.Tests;

public sealed class StepDefinitionTests
{
    private static readonly IReadOnlyList<StepDefinition> Definitions = StepDefinition.In(typeof(ScenarioHooks).Assembly);
    private static readonly IReadOnlyList<WrittenScenario> Scenarios = WrittenScenario.In(Profiles.All.SelectMany(Profiles.FeaturesOf));

    [Test]
    public void Every_expression_is_anchored()
    {
        Definitions.ShouldNotBeEmpty();
        StepDefinition.Unanchored(Definitions).ShouldBeEmpty();
    }

    [Test]
    public void Every_definition_is_used() => StepDefinition.Unused(Definitions, Scenarios).ShouldBeEmpty();

    [Test]
    public void Every_step_has_one_definition() => StepDefinition.Ambiguous(Definitions, Scenarios).ShouldBeEmpty();

    [Test]
    public void Loose_unused_and_overlapping_definitions_are_found()
    {
        StepDefinition[] definitions = [new("Given", @"^(\d+) toys$"), new("Given", "^2 (.*)$"), new("Then", "toys are left$"), new("When", "^2 toys$")];
        var scenarios = Toy.Scenarios("""
            Feature: Toys
              Scenario Outline: Counting
                Given <toys> toys
                When nobody plays
                Then 1 of the toys are left
                And 2 toys
                Examples:
                  | toys |
                  | 2    |
                  | 3    |
            """);

        StepDefinition.Unanchored(definitions).ShouldBe(["Then toys are left$ is not anchored by ^ and $"]);
        StepDefinition.Unused(definitions, scenarios).ShouldBe(["no step is 'When ^2 toys$'"]);
        StepDefinition.Ambiguous(definitions, scenarios).ShouldBe(
        [
            "'Given 2 toys' matches 2 step definitions",
            "'When nobody plays' matches 0 step definitions",
            "'Then 2 toys' matches 0 step definitions",
        ]);
    }

    [Test]
    public void Definitions_are_read_from_their_attributes() =>
        Definitions.ShouldContain(definition => definition.Keyword == "Then" && definition.Pattern == "^a named person has stated it$");
}
