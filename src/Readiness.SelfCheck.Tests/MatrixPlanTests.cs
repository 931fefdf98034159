using Readiness.Configuration;
using Readiness.Running.Profiles;
using Readiness.SelfCheck.Plan;

namespace Readiness.SelfCheck.Tests;

public sealed class MatrixPlanTests
{
    private static readonly SampleSwitch LateToo = TestProfile.Late with { Name = "LateToo" };
    private static readonly SampleSwitch Slow = TestProfile.Late with { Name = "Slow", Check = "AHoldsForLong", NeedsDocumentedPace = true };

    [Test]
    public void All_of_it_is_the_sample_every_flaw_and_every_variant_once() =>
        Titles(TestProfile.Plan()).ShouldBe(["sample", "Late", "Rude", "Odd", "Queer"]);

    [Test]
    public void Rounds_repeat_the_sample_and_the_variants() =>
        Titles(TestProfile.Plan(new() { Rounds = 2 })).ShouldBe(["sample", "Late", "Rude", "Odd", "Queer", "sample, round 2", "Odd, round 2", "Queer, round 2"]);

    [Test]
    public void The_quick_part_has_each_checks_first_flaw_and_as_few_variants_as_exercise_every_item()
    {
        var plan = TestProfile.Plan(new() { Quick = true }, TestProfile.Late, LateToo, TestProfile.Rude, TestProfile.Odd, TestProfile.Queer);

        Titles(plan).ShouldBe(["sample", "Late", "Rude", "Queer"]);
        plan.LeftOut.Select(one => $"{one.Switch.Name}: {one.Reason}").ShouldBe(["LateToo: not in the quick part", "Odd: not in the quick part"]);
    }

    [Test]
    public void The_quick_part_has_a_dozen_variants_at_most_and_those_that_exercise_most_items_first()
    {
        var variants = Enumerable.Range(1, 20).Select(number => TestProfile.Odd with { Name = $"Odd{number}", Item = $"TOY-X-{number:00}" });

        var plan = TestProfile.Plan(new() { Quick = true }, [TestProfile.Late, .. variants, TestProfile.Queer]);

        Titles(plan).ShouldBe(["sample", "Late", "Queer", .. Enumerable.Range(1, 11).Select(number => $"Odd{number}")]);
    }

    [Test]
    public void Names_may_be_written_in_any_case_and_the_sample_is_one_of_them() =>
        Titles(TestProfile.Plan(new() { Only = ["odd", "SAMPLE", "Late"], Quick = true })).ShouldBe(["sample", "Late", "Odd"]);

    [Test]
    public void A_flaw_of_the_documented_pace_is_left_out_of_a_rehearsal_and_that_is_said()
    {
        var rehearsal = TestProfile.Plan(new(), TestProfile.Late, Slow);

        Titles(rehearsal).ShouldBe(["sample", "Late"]);
        rehearsal.LeftOut.ShouldBe([(Slow, "shows at documented pace only (--pace documented)")]);
        Titles(TestProfile.Plan(new() { DocumentedPace = true }, TestProfile.Late, Slow)).ShouldBe(["sample", "Late", "Slow"]);
    }

    [Test]
    public void One_process_at_two_addresses_is_left_out_where_the_sample_is_driven_by_lines()
    {
        var two = TestProfile.Odd with { Name = "Two", NeedsAddresses = true };
        var lines = new MatrixSelection { Driver = DriverKind.Stdio };

        TestProfile.Plan(lines, TestProfile.Late, two).LeftOut.ShouldBe([(two, "is one process at two addresses (--driver http or mapping)")]);
        Titles(TestProfile.Plan(lines with { Driver = DriverKind.Mapping }, TestProfile.Late, two)).ShouldBe(["sample", "Late", "Two"]);
        Should.Throw<UnknownSwitchException>(() => TestProfile.Plan(lines with { Only = ["Two"] }, two)).Message.ShouldBe("Two is one process at two addresses (--driver http or mapping).");
    }

    [Test]
    public void Unknown_names_and_flaws_of_another_pace_are_refused_all_at_once() =>
        Should.Throw<UnknownSwitchException>(() => TestProfile.Plan(new() { Only = ["Lat", "Nonsense", "Slow"] }, TestProfile.Late, Slow))
            .Message.ShouldBe("no switch is called 'Lat'. Did you mean Late?\nno switch is called 'Nonsense'.\nSlow shows at documented pace only (--pace documented).");

    private static IReadOnlyList<string> Titles(MatrixPlan plan) => [.. plan.Cells.Select(cell => cell.Title)];
}
