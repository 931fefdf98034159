using Readiness.Configuration;
using Readiness.Features;
using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;

namespace Readiness.Toy.Tests;

internal sealed class ScenarioChoiceTests
{
    private static readonly ToyProfile Profile = new();

    [Test]
    public void Features_without_a_scenario_of_the_profile_are_told()
    {
        var (choice, problems) = Choose([]);

        choice.ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        problem.Problem.ShouldBe("no scenario of the features on board carries an item of the profile toy");
        problem.Next.ShouldBe("restore the features and build again, or choose another profile");
    }

    [Test]
    public void Scenarios_of_another_profile_are_no_part_of_the_plan()
    {
        var (choice, _) = Choose([.. FeatureText.In(typeof(ToyProfile).Assembly), .. FeatureText.Read("features/other/01.feature", "Feature: Other\n  @OTHER-01\n  Scenario: Elsewhere\n    Given nothing")]);

        choice.ShouldNotBeNull().Planned.Select(one => (one.Item.Value, one.Taken)).ShouldBe([("TOY-SEQ-01", true), ("TOY-HTML-01", true)]);
    }

    private static (ScenarioChoice? Choice, IReadOnlyList<ConfigurationProblem> Problems) Choose(IReadOnlyList<WrittenScenario> written)
    {
        var inputs = new ConfigurationInputs { Directory = AppContext.BaseDirectory, Variables = new Dictionary<string, string>() };
        var loaded = ConfigurationChoice.Load([Profile], inputs, []).ShouldBeOfType<ConfigurationResult.Loaded>();
        return ScenarioChoice.Of(Profile, loaded.Configuration, loaded.Values, written);
    }
}
