namespace Readiness.Conventions.Tests;

public sealed class SwitchListTests
{
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
    public void What_is_missing_or_unknown_is_found()
    {
        var switches = new SwitchList("""
            { "switches": [
              { "name": "Late", "kind": "flaw", "breaks": "TOY-SEQ-01", "alsoBreaks": [ { "item": "TOY-LATER-01", "cause": "x" } ] },
              { "name": "Odd", "kind": "variant", "passes": "TOY-SEQ-02", "alsoBreaks": [], "alsoPasses": [ { "item": "TOY-SEQ-08", "because": "x" } ] },
              { "name": "Lost", "kind": "flaw", "breaks": "TOY-SEQ-09", "alsoBreaks": [] } ] }
            """);

        switches.WithoutItem(Toy.Checklist).ShouldBe(["Late names TOY-LATER-01, which is no judged item", "Odd names TOY-SEQ-08, which is no judged item", "Lost names TOY-SEQ-09, which is no judged item"]);
        switches.WithoutFlaw(Toy.Checklist).ShouldBe(["no flaw breaks TOY-SEQ-02"]);
        switches.WithoutVariant(Toy.Checklist).ShouldBe(["no variant passes TOY-SEQ-01"]);
    }

    private static SwitchList Switches(Running.Profiles.IProviderProfile profile) => new(Profiles.SwitchesOf(profile).Text);
}
