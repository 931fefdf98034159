using Readiness.Osigu.Checks.HappyPaths;

namespace Readiness.Osigu.Tests.HappyPaths;

/// <summary>Which calls count as searches for the patient of the other form.</summary>
internal sealed class SearchLimitTests
{
    [Test]
    public void Concludes_nothing_when_nobody_was_looked_up() =>
        new JournalBuilder().Judge<SearchUsesTheSponsorsForm>().Reason.ShouldBe("no patient was looked up whose sponsor searches by member number");

    [Test]
    public void Other_calls_about_the_patient_are_no_searches() =>
        LookedUp().Call("S1", "sponsor-forms", 1.1, method: "GET").Judge<SearchUsesTheSponsorsForm>().Reason.ShouldBe("no search reached the sandbox");

    [Test]
    public void Searches_before_and_after_the_operation_that_name_somebody_else_are_other_works() =>
        LookedUp().Call("S7", "search-beneficiary", 0.9).Call("S7", "search-beneficiary", 1.6).Judge<SearchUsesTheSponsorsForm>().Reason.ShouldBe("no search reached the sandbox");

    [Test]
    public void A_search_that_names_the_patient_counts_at_any_time() =>
        LookedUp().Call("S1", "search-beneficiary", 1.7).Judge<SearchUsesTheSponsorsForm>().Saw.ShouldBe("search 6 found the patient");

    [Test]
    public void The_last_search_that_found_the_patient_is_told_and_all_are_shown()
    {
        var verdict = LookedUp().Call("S1", "search-beneficiary", 1.1).Call("S1", "search-beneficiary", 1.2).Judge<SearchUsesTheSponsorsForm>();
        verdict.Saw.ShouldBe("search 7 found the patient");
        verdict.Evidence.ShouldBe([4, 5, 7]);
    }

    [Test]
    public void A_refusal_without_a_known_reason_is_told_without_one() =>
        LookedUp().Call("S1", "search-beneficiary", 1.1, 422).Judge<SearchUsesTheSponsorsForm>().Finding.Saw.ShouldBe("1 search (5) answered 422");

    private static JournalBuilder LookedUp() => new JournalBuilder().Stimulus("S1", "other-form").Operation("S1", "beneficiary.search", 1);
}
