using Readiness.Running.Profiles;

namespace Readiness.Conventions.Tests;

public sealed class SwitchListTests
{
    private static readonly SwitchList Toys = new(KillMatrix.Read("""
        { "switches": [
          { "name": "Late", "kind": "flaw", "breaks": "TOY-SEQ-01", "check": "Silent01", "alsoBreaks": [ { "item": "TOY-LATER-01", "cause": "x" } ] },
          { "name": "Odd", "kind": "variant", "passes": "TOY-SEQ-02", "alsoBreaks": [], "alsoPasses": [ { "item": "TOY-SEQ-08", "because": "x" } ] },
          { "name": "Astray", "kind": "flaw", "breaks": "TOY-SEQ-01", "check": "Silent02", "alsoBreaks": [] },
          { "name": "Lost", "kind": "flaw", "breaks": "TOY-SEQ-09", "check": "Silent09", "alsoBreaks": [] },
          { "name": "Mute", "kind": "flaw", "breaks": "TOY-SEQ-01", "alsoBreaks": [] } ] }
        """));

    [Test]
    public void Every_switch_names_judged_items_only() =>
        Profiles.All.SelectMany(profile => Switches(profile).WithoutItem(profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_judged_item_can_be_broken() =>
        Profiles.All.SelectMany(profile => Switches(profile).WithoutFlaw(profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_judged_item_has_something_unusual_to_let_through() =>
        Profiles.All.SelectMany(profile => Switches(profile).WithoutVariant(profile.Checklist)).ShouldBeEmpty();

    [Test]
    public void Every_flaw_names_a_check_of_the_item_that_it_breaks() =>
        Profiles.All.SelectMany(profile => Switches(profile).WithoutCheck(profile.Checks)).ShouldBeEmpty();

    [Test]
    public void Every_check_has_a_flaw_that_is_there_to_fail_it() =>
        Profiles.All.SelectMany(profile => Switches(profile).NeverNamed(profile.Checks)).ShouldBeEmpty();

    [Test]
    public void There_are_enough_flaws_and_variants_to_prove_a_profile() =>
        Profiles.All.SelectMany(profile => Switches(profile).TooFew()).ShouldBeEmpty();

    [Test]
    public void What_is_missing_or_unknown_is_found()
    {
        Toys.WithoutItem(Toy.Checklist).ShouldBe(["Late names TOY-LATER-01, which is no judged item", "Odd names TOY-SEQ-08, which is no judged item", "Lost names TOY-SEQ-09, which is no judged item"]);
        Toys.WithoutFlaw(Toy.Checklist).ShouldBe(["no flaw breaks TOY-SEQ-02"]);
        Toys.WithoutVariant(Toy.Checklist).ShouldBe(["no variant passes TOY-SEQ-01"]);
        Toys.TooFew().ShouldBe(["4 flaws, of at least 60", "1 variants, of at least 25"]);
    }

    [Test]
    public void A_check_that_no_flaw_names_and_a_flaw_that_names_no_check_of_its_item_are_found()
    {
        Readiness.Checks.ICheck[] checks = [new Toy.Silent("TOY-SEQ-01"), new Toy.Silent("TOY-SEQ-02"), new Toy.Silent("TOY-SEQ-03")];

        Toys.NeverNamed(checks).ShouldBe(["no flaw is there to fail Silent03"]);
        Toys.WithoutCheck(checks).ShouldBe(
        [
            "Astray breaks TOY-SEQ-01 and names Silent02, which judges TOY-SEQ-02",
            "Lost breaks TOY-SEQ-09 and names Silent09, which is no check",
            "Mute breaks TOY-SEQ-01 and names no check",
        ]);
    }

    private static SwitchList Switches(IProviderProfile profile) => new(profile.KillMatrix);
}
