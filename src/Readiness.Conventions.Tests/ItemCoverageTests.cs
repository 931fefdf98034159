namespace Readiness.Conventions.Tests;

public sealed class ItemCoverageTests
{
    [Test]
    public void Every_scenario_carries_one_item()
    {
        foreach (var profile in Profiles.All)
        {
            var scenarios = WrittenScenario.In(Profiles.FeaturesOf(profile));

            scenarios.ShouldNotBeEmpty();
            ItemCoverage.Untagged(scenarios, profile.Checklist).ShouldBeEmpty();
        }
    }

    [Test]
    public void Every_judged_item_has_a_core_scenario() =>
        Profiles.All.SelectMany(profile => ItemCoverage.WithoutCore(WrittenScenario.In(Profiles.FeaturesOf(profile)), profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_judged_item_has_a_check_unless_a_person_states_it() =>
        Profiles.All.SelectMany(profile => ItemCoverage.WithoutCheck(profile.Checks, profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_check_judges_an_item_of_the_checklist() =>
        Profiles.All.SelectMany(profile => ItemCoverage.WithoutItem(profile.Checks, profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_check_is_required_by_a_step() =>
        Profiles.All.SelectMany(profile => ItemCoverage.NeverRequired(profile.Checks, Profiles.StepsOf(profile))).ShouldBeEmpty();

    [Test]
    public void A_scenario_without_an_item_with_two_or_with_an_unknown_one_is_found() =>
        ItemCoverage.Untagged(Toy.Scenarios("""
            @slow
            Feature: Toys
              Scenario: None
              @TOY-SEQ-01 @TOY-SEQ-02
              Scenario: Two
              @TOY-SEQ-09
              Scenario: Unknown
              @core @TOY-SEQ-01
              Scenario: Right
            """), Toy.Checklist).ShouldBe(["'None' carries no item", "'Two' carries TOY-SEQ-01 and TOY-SEQ-02", "'Unknown' carries TOY-SEQ-09"]);

    [Test]
    public void An_item_whose_scenarios_are_all_deeper_ones_is_found() =>
        ItemCoverage.WithoutCore(Toy.Scenarios("""
            Feature: Toys
              @TOY-SEQ-01 @core
              Scenario: Core
              @TOY-SEQ-02
              Scenario: Deeper
              @TOY-SAY-01 @core
              Scenario: Stated
            """), Toy.Checklist).ShouldBe(["TOY-SEQ-02 has no core scenario"]);

    [Test]
    public void An_item_without_a_check_and_a_check_without_an_item_are_found()
    {
        ItemCoverage.WithoutCheck([new Toy.Silent("TOY-SEQ-01")], Toy.Checklist).ShouldBe(["TOY-SEQ-02 has no check"]);
        ItemCoverage.WithoutItem([new Toy.Silent("TOY-SEQ-01"), new Toy.Silent("TOY-LATER-01")], Toy.Checklist).ShouldBe(["Silent01 judges TOY-LATER-01, which is no judged item"]);
    }

    [Test]
    public void A_check_that_no_step_asks_for_is_found() =>
        ItemCoverage.NeverRequired([new Toy.Silent("TOY-SEQ-01"), new Toy.Silent("TOY-SEQ-02")], [new("Steps.cs", "scene.Stage.Require<Silent02>();")])
            .ShouldBe(["no step requires Silent01"]);
}
