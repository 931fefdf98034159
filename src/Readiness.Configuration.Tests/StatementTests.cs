namespace Readiness.Configuration.Tests;

/// <summary>Attestations and waivers: their days, their files, what may be stated, and the policy.</summary>
public sealed class StatementTests
{
    private const string EvidenceForm = "a file of at most 10 MiB that this user may read; its path starts from the folder of the configuration file";

    [Test]
    public void An_expired_attestation_is_refused()
    {
        using var bench = Attesting("""  "expires": "2026-05-03" """);

        bench.Problems().ShouldBe(["readiness.json:3 | attestations.TOY-AUTH-01.expires | the attestation expired on 2026-05-03 | a last day from today on, 2026-05-04 | have the statement made again, or remove its end"]);
    }

    [Test]
    public void An_attestation_that_ends_before_it_begins_is_refused()
    {
        using var bench = Workbench.Complete().File("""{ "attestations": { "TOY-AUTH-01": { "name": "Ana", "role": "QA", "date": "2026-05-05", "statement": "Seen.", "expires": "2026-05-04" } } }""");

        bench.ShortProblems().ShouldBe(["readiness.json:1 | attestations.TOY-AUTH-01.expires | the attestation ends on 2026-05-04, before it begins on 2026-05-05"]);
    }

    [Test]
    public void A_waiver_from_the_future_is_refused()
    {
        using var bench = Waiving("2026-05-06", "2026-06-01");

        bench.Problems().ShouldBe(["readiness.json:1 | waivers.TOY-SEQ-01.date | 2026-05-06 is in the future | a day up to today, 2026-05-04 | write the day on which the waiver was approved"]);
    }

    [Test]
    public void A_statement_about_what_is_judged_is_refused_with_what_may_be_stated()
    {
        using var bench = Workbench.Complete()
            .With(s => s with { Profiles = [s.Profiles[0] with { Stated = [new("TOY-AUTH-01")] }] })
            .File("""
                {
                  "attestations": {
                    "TOY-SEQ-01": { "name": "Ana", "role": "QA", "date": "2026-05-04", "statement": "It is so." }
                  }
                }
                """);

        bench.Problems().ShouldBe(["readiness.json:3 | attestations.TOY-SEQ-01 | TOY-SEQ-01 is judged by what is seen; a statement does not count for it | an item that only a person can state | remove it, or write TOY-AUTH-01"]);
    }

    [Test]
    public void Evidence_that_is_missing_or_is_a_folder_is_told_with_its_line()
    {
        using var bench = Attesting("""
              "evidence": [
                "absent.pdf",
                "."
              ]
            """);

        bench.Problems().ShouldBe(
        [
            $"readiness.json:4 | attestations.TOY-AUTH-01.evidence.0 | there is no file {Path.Combine(bench.Folder, "absent.pdf")} | {EvidenceForm} | correct the path, or remove the entry",
            $"readiness.json:5 | attestations.TOY-AUTH-01.evidence.1 | {bench.Folder} is a folder | {EvidenceForm} | name the files in it",
        ]);
    }

    [Test]
    public void Evidence_that_is_too_large_is_told()
    {
        using var bench = Attesting(""" "evidence": ["large.bin"] """).Bytes(new byte[(10 * 1024 * 1024) + 1], "large.bin");

        bench.ShortProblems().ShouldBe(["readiness.json:3 | attestations.TOY-AUTH-01.evidence.0 | the file has 10485761 bytes"]);
    }

    [Test]
    public void Evidence_and_policy_start_from_the_folder_of_the_configuration_file()
    {
        using var bench = Workbench.Complete()
            .File("""{ "policy": "policy.json", "attestations": { "TOY-AUTH-01": { "name": "Ana", "role": "QA", "date": "2026-05-04", "statement": "Seen.", "evidence": ["note.txt"] } } }""", "settings/partner.json")
            .File("Seen.", "settings/note.txt")
            .File("{}", "settings/policy.json")
            .With(s => s with { File = "settings/partner.json" });

        bench.Configuration().Attestations.Single().Value.Evidence.ShouldBe([Path.Combine(bench.Folder, "settings", "note.txt")]);
        bench.Configuration().Policy!.Waivable.ShouldBeEmpty();
    }

    [Test]
    public void A_waiver_is_allowed_only_where_the_policy_names_its_item()
    {
        using var without = Waiving("2026-05-01", "2026-06-01");
        using var other = Waiving("2026-05-01", "2026-06-01").Option("policy", "policy.json").File("""{ "waivers": [{ "item": "TOY-AUTH-01", "allowedBy": "Board" }] }""", "policy.json");
        using var named = Waiving("2026-05-01", "2026-06-01").Option("policy", "policy.json").File("""{ "waivers": [{ "item": "toy-seq-01", "allowedBy": "Board", "note": "Until the gateway is replaced." }] }""", "policy.json");

        without.Configuration().Waivers.Single().Value.Allowed.ShouldBeFalse();
        other.Configuration().Waivers.Single().Value.Allowed.ShouldBeFalse();
        named.Configuration().Waivers.Single().Value.Allowed.ShouldBeTrue();
    }

    [Test]
    public void A_waiver_that_lasts_longer_than_the_policy_allows_is_refused()
    {
        using var bench = Waiving("2026-05-01", "2026-06-01").Option("policy", "policy.json").File("""{ "waivers": [{ "item": "TOY-SEQ-01", "allowedBy": "Board", "maximumDays": 30 }] }""", "policy.json");

        bench.Problems().ShouldBe(["readiness.json:1 | waivers.TOY-SEQ-01.expires | the waiver lasts 31 days | at most 30 days, as policy.json allows: until 2026-05-31 | shorten it, or have the policy changed"]);
    }

    [Test]
    public void A_statement_that_is_older_than_the_policy_allows_is_refused()
    {
        using var bench = Workbench.Complete().Option("policy", "policy.json")
            .File("""{ "attestations": { "maximumDays": 90 } }""", "policy.json")
            .File("""{ "attestations": { "TOY-AUTH-01": { "name": "Ana", "role": "QA", "date": "2026-01-01", "statement": "Seen." } } }""");

        bench.Problems().ShouldBe(["readiness.json:1 | attestations.TOY-AUTH-01.date | the statement is from 2026-01-01, 123 days ago | a statement of the last 90 days, as policy.json wants it | have the statement made again"]);
    }

    [Test]
    public void Everything_that_is_wrong_in_a_policy_is_told_at_once_with_its_line()
    {
        using var bench = Workbench.Complete().Option("policy", "policy.json").File("""
            {
              "waivers": [
                { "item": "TOY-SEQ-10", "allowedBy": "Board" },
                { "item": "TOY-SEQ-01", "maximumDays": 0, "allowedBy": " " },
                { "allowedBy": "Board" },
                { "item": "TOY-AUTH-01", "allowedBy": "Board" },
                { "item": "TOY-AUTH-01", "allowedBy": "Board", "maximumDay": 3 }
              ]
            }
            """, "policy.json");

        bench.ShortProblems().ShouldBe(
        [
            "policy.json:3 | waivers.0.item | no checklist item is called 'TOY-SEQ-10'",
            "policy.json:4 | waivers.1.maximumDays | '0' is no number of days",
            "policy.json:4 | waivers.1.allowedBy | allowedBy is missing",
            "policy.json:5 | waivers.2.item | item is missing",
            "policy.json:7 | waivers.4.item | TOY-AUTH-01 stands in the policy already",
            "policy.json:7 | waivers.4.maximumDay | a policy has no such key",
        ]);
        bench.Refused().Problems[^1].Next.ShouldStartWith("write maximumDays or ");
    }

    [Test]
    public void A_policy_that_is_not_there_or_is_no_json_is_told()
    {
        using var absent = Workbench.Complete().Option("policy", "none.json");
        using var broken = Workbench.Complete().Option("policy", "policy.json").File("{", "policy.json");

        absent.Problems().ShouldBe([$"--policy | policy | there is no file {Path.Combine(absent.Folder, "none.json")} | a JSON file; its path starts from the folder of the configuration file | create it, or correct its name"]);
        broken.Refused().Problems.ShouldHaveSingleItem().Where.ShouldStartWith("policy.json:1");
    }

    private static Workbench Attesting(string more) => Workbench.Complete().File(
        $$"""
        { "attestations": { "TOY-AUTH-01": {
            "name": "Ana", "role": "QA", "date": "2026-05-01", "statement": "Seen.",
        {{more}}
        } } }
        """);

    private static Workbench Waiving(string date, string expires) => Workbench.Complete().File(
        $$"""{ "waivers": { "TOY-SEQ-01": { "approver": "Bo", "role": "CTO", "reason": "known", "date": "{{date}}", "expires": "{{expires}}" } } }""");
}
