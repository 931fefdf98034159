namespace Readiness.Configuration.Tests;

/// <summary>Values of the wrong type, form or range, and keys that do not exist.</summary>
public sealed class ShapeProblemTests
{
    [TestCase("""{ "pase": "documented" }""", "readiness.json:1 | pase | no key has this name | a key that 'readiness config' lists | write pace")]
    [TestCase("""{ "driver": { "timeout": 90 } }""", "readiness.json:1 | driver.timeout | no key has this name | a key that 'readiness config' lists | write driver.timeoutSeconds")]
    [TestCase("""{ "concurrency": 4 }""", "readiness.json:1 | concurrency | no key has this name | a key that 'readiness config' lists | write driver.concurrency")]
    [TestCase("""{ "wombat": 4 }""", "readiness.json:1 | wombat | no key has this name | a key that 'readiness config' lists | remove it")]
    [TestCase("""{ "wombat": { "a": 1, "b": [2, { "c": 3 }] } }""", "readiness.json:1 | wombat | no key has this name | a key that 'readiness config' lists | remove it")]
    [TestCase("""{ "sandbox": { "options": { "token.lifetimeSecond": 900 } } }""", "readiness.json:1 | sandbox.options.token.lifetimeSecond | no key has this name | a key that 'readiness config' lists | write sandbox.options.token.lifetimeSeconds")]
    [TestCase("""{ "capabilities": { "settlements": { "used": true } } }""", "readiness.json:1 | capabilities.settlements | no key has this name | a capability of the profile: settlement, prescription | write capabilities.settlement")]
    [TestCase("""{ "waivers": { "TOY-SEQ-02": { } } }""", "readiness.json:1 | waivers.TOY-SEQ-02 | no key has this name | a key that 'readiness config' lists | write waivers.TOY-SEQ-01")]
    [TestCase("""{ "run": { "items": ["TOY-SEQ-10"] } }""", "readiness.json:1 | run.items.0 | no checklist item is called 'TOY-SEQ-10' | an item of the profile toy | write TOY-SEQ-01; 'readiness items' lists them all")]
    [TestCase("""{ "run": { "items": ["SEK-*"] } }""", "readiness.json:1 | run.items.0 | no checklist item matches 'SEK-*' | an item of the profile toy | 'readiness items' lists them all")]
    [TestCase("""{ "run": { "tgas": "x" } }""", "readiness.json:1 | run.tgas | no key has this name | a key that 'readiness config' lists | write run.tags")]
    public void An_unknown_name_is_answered_with_the_nearest_one(string json, string expected) => Problem(json).ShouldBe(expected);

    [TestCase("""{ "driver": 5 }""", "readiness.json:1 | driver | the value is a number | an object with keys of its own | write an object with keys of its own")]
    [TestCase("""{ "driver": [] }""", "readiness.json:1 | driver | the value is a list | an object with keys of its own | write an object with keys of its own")]
    [TestCase("""{ "pace": { "x": 1 } }""", "readiness.json:1 | pace | the value is an object | compressed or documented | write compressed or documented")]
    [TestCase("""{ "run": { "items": "TOY-SEQ-01" } }""", "readiness.json:1 | run.items | the value is text | a list of text | write a list of text")]
    [TestCase("""{ "integration": { "launch": { "args": [null] } } }""", "readiness.json:1 | integration.launch.args.0 | the value is null | text | write text")]
    [TestCase("""{ "integration": { "version": 2 } }""", "readiness.json:1 | integration.version | the value is a number | text | write \"2\" in quotes")]
    [TestCase("""{ "strict": "true" }""", "readiness.json:1 | strict | the value is text | true or false | write true without quotes")]
    [TestCase("""{ "strict": "yes" }""", "readiness.json:1 | strict | the value is text | true or false | write true or false")]
    [TestCase("""{ "driver": { "concurrency": "4" } }""", "readiness.json:1 | driver.concurrency | the value is text | a whole number from 1 to 8 | write 4 without quotes")]
    [TestCase("""{ "driver": { "headers": { "X-A": true } } }""", "readiness.json:1 | driver.headers.X-A | the value is true or false | text | write \"true\" in quotes")]
    public void A_value_of_the_wrong_type_is_told_with_how_to_write_it(string json, string expected) => Problem(json).ShouldBe(expected);

    [TestCase("""{ "driver": { "concurrency": 9 } }""", "readiness.json:1 | driver.concurrency | 9 is outside the range | a whole number from 1 to 8 | write a whole number from 1 to 8, or leave it out for 8")]
    [TestCase("""{ "driver": { "timeoutSeconds": 89 } }""", "readiness.json:1 | driver.timeoutSeconds | 89 is outside the range | a whole number from 90 to 3600 | write a whole number from 90 to 3600, or leave it out for 90")]
    [TestCase("""{ "integration": { "processes": 1.5 } }""", "readiness.json:1 | integration.processes | 1.5 is not a whole number | a whole number from 1 to 100 | write a whole number from 1 to 100, or leave it out for 1")]
    [TestCase("""{ "integration": { "port": 1e99 } }""", "readiness.json:1 | integration.port | '1e99' is not a number | a whole number from 0 to 65535 | write a whole number from 0 to 65535, or leave it out for 0")]
    [TestCase("""{ "sandbox": { "options": { "token.lifetimeSeconds": 60 } } }""", "readiness.json:1 | sandbox.options.token.lifetimeSeconds | 60 is outside the range | a whole number from 420 to 86400 | write a whole number from 420 to 86400, or leave it out for 3600")]
    [TestCase("""{ "pace": "fast" }""", "readiness.json:1 | pace | 'fast' is not one of the choices | compressed or documented | write compressed or documented, or leave it out for compressed")]
    [TestCase("""{ "webhook": { "url": "127.0.0.1:80" } }""", "readiness.json:1 | webhook.url | '127.0.0.1:80' is not such a URL | an absolute http or https URL | write an absolute http or https URL")]
    [TestCase("""{ "sandbox": { "publicUrl": "ftp://sandbox" } }""", "readiness.json:1 | sandbox.publicUrl | 'ftp://sandbox' is not such a URL | an absolute http or https URL | write an absolute http or https URL")]
    [TestCase("""{ "operator": " " }""", "readiness.json:1 | operator | the value is empty | text | write text")]
    [TestCase("""{ "waivers": { "TOY-SEQ-01": { "approver": "Bo", "role": "CTO", "reason": "known", "date": "2026-05-01", "expires": "30.06.2026" } } }""", "readiness.json:1 | waivers.TOY-SEQ-01.expires | '30.06.2026' is not such a date | a date as yyyy-MM-dd | write a date as yyyy-MM-dd")]
    public void A_value_out_of_form_or_range_is_told_with_what_fits(string json, string expected) => Problem(json).ShouldBe(expected);

    [Test]
    public void A_variable_is_told_by_its_name_and_corrected_as_a_variable()
    {
        using var bench = Workbench.Complete().Variable("READINESS__driver__ulr", "http://127.0.0.1").Variable("READINESS__DRIVER__CONCURRENCY", "many");

        bench.Problems().ShouldBe(
        [
            "READINESS__DRIVER__CONCURRENCY | driver.concurrency | 'many' is not a number | a whole number from 1 to 8 | write a whole number from 1 to 8, or leave it out for 8",
            "READINESS__driver__ulr | driver.ulr | no key has this name | a key that 'readiness config' lists | write READINESS__driver__url",
        ]);
    }

    [Test]
    public void A_variable_with_single_underscores_is_not_passed_over()
    {
        using var bench = Workbench.Complete().Variable("READINESS_DRIVER_URL", "http://127.0.0.1").Variable("READINESS_HOME", "/opt");

        bench.Problems().ShouldBe(["READINESS_DRIVER_URL | driver.url | a single underscore sets nothing | two underscores after READINESS and between the parts of a key | call the variable READINESS__driver__url"]);
    }

    [Test]
    public void Run_settings_and_options_are_told_by_their_names()
    {
        using var bench = Workbench.Complete()
            .RunSetting("paces", "documented").Option("run.maxMinutes", "0")
            .With(s => s with { OptionNames = new Dictionary<string, string> { ["run.maxMinutes"] = "--max-minutes" } });

        bench.Problems().ShouldBe(
        [
            ".runsettings 'paces' | paces | no key has this name | a key that 'readiness config' lists | write pace",
            "--max-minutes | run.maxMinutes | 0 is outside the range | a whole number from 1 to 1440 | write a whole number from 1 to 1440",
        ]);
    }

    [Test]
    public void Two_variables_that_differ_in_case_contradict_each_other()
    {
        using var bench = Workbench.Complete().Variable("READINESS__PACE", "documented").Variable("READINESS__pace", "compressed");

        bench.Problems().ShouldBe(["READINESS__pace | pace | the key is set by READINESS__PACE already | every key once in a layer; upper and lower case make no difference | remove one of the two"]);
    }

    [TestCase("tio", "--profile | profile | there is no profile 'tio' | toy | write toy")]
    public void An_unknown_profile_is_one_problem_and_its_names_are_not_judged(string name, string expected)
    {
        using var bench = Workbench.Complete()
            .File("""{ "integration": { "launch": { "command": "clinic" } }, "driver": { "url": "http://127.0.0.1:5301" }, "capabilities": { "x": { "used": true } }, "waivers": { "X-1": { "reason": "y" } } }""")
            .Option("profile", name);

        bench.Problems().ShouldBe([expected]);
    }

    [Test]
    public void A_profile_must_be_named_where_the_program_supplies_none()
    {
        using var bench = Workbench.Complete().File("""{ "integration": { "launch": { "command": "clinic" } }, "driver": { "url": "http://127.0.0.1:5301" } }""").With(s => s with { DefaultProfile = null });

        bench.Problems().ShouldBe(["the configuration | profile | no profile is named | toy | set profile, in a file or on the command line"]);
    }

    private static string Problem(string json)
    {
        using var bench = Workbench.Complete().File(json);
        return bench.Problems().ShouldHaveSingleItem();
    }
}
