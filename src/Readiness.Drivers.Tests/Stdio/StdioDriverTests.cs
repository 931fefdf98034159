using Readiness.Recording;

namespace Readiness.Drivers.Tests.Stdio;

/// <summary>Driver protocol 1 over standard input and output, with real processes.</summary>
[Platform(Exclude = "Win", Reason = "The integration is played by shell scripts.")]
public sealed class StdioDriverTests
{
    [Test]
    public async Task An_operation_is_a_line_and_so_is_its_answer()
    {
        await using var integration = await Launched.Start("""
            read -r line
            printf '%s\n' "$line" > asked
            echo '{"id": 1, "outcome": "failed", "message": "Not found.", "error": {"status": 404, "code": "071-404"}, "result": {"a": [1]}}'
            read -r line; cat asked
            """);

        var answer = await integration.Ask("{\n \"sponsor_slug\": \"a\\nb\" }");
        await integration.Ask();

        answer.ShouldBe(new DriverAnswer { Outcome = Outcome.Failed, Message = "Not found.", ErrorStatus = 404, ErrorCode = "071-404", Result = """{"a": [1]}""" });
        integration.Log.ShouldBe(["""{"id":1,"operation":"beneficiary.search","input":{  "sponsor_slug": "a\nb" }}"""]);
    }

    [Test]
    public async Task Answers_come_in_any_order()
    {
        await using var integration = await Launched.Start("""
            read -r one; read -r two
            echo '{"outcome": "succeeded", "message": "second", "id": 2}'
            echo '{"outcome": "succeeded", "message": "first", "id": 1}'
            cat
            """);

        var answers = await Task.WhenAll(integration.Ask(), integration.Ask());

        answers.Select(answer => answer.Message).ShouldBe(["first", "second"]);
    }

    [TestCase("""printf '{"id": 1, "outco'; printf 'me": "succeeded"}\n'; cat""", Description = "half a line, then the rest")]
    [TestCase("""printf '{"id": 1, "outcome": "succeeded"}'""", Description = "no end of line at the end")]
    [TestCase("""printf '\357\273\277{"id": 1, "outcome": "succeeded"}\r\n'; cat""", Description = "a byte order mark and CRLF")]
    [TestCase("""printf '\n\n  {"id": "1", "outcome": "succeeded"}  \n'; cat""", Description = "empty lines, spaces, the id as text")]
    [TestCase("""printf 'working 50 %%\r{"id": 1, "outcome": "succeeded"}\n'; cat""", Description = "a bar of progress before it")]
    [TestCase("""head -c 9000000 /dev/zero | tr '\0' x; printf '\n{"id": 1, "outcome": "succeeded"}\n'; cat""", Description = "megabytes of log text in one line")]
    [TestCase("""printf '{"id": 1, "level": "info"}\n{"id": 99, "outcome": "failed"}\n{"id": 1, "outcome": "succeeded"}\n'; cat""", Description = "a log in JSON, and an unknown id")]
    [TestCase("""printf '\000\377\376 {\n[1]\n"id"\n{"id":\n{"id": 1, "outcome": "succeeded"}\n'; cat""", Description = "bytes that are no text, halves of JSON")]
    [TestCase("""printf '{"id": 1, "outcome": "succeeded"}\n{"id": 1, "outcome": "failed"}\n'; cat""", Description = "the same id twice")]
    public async Task An_answer_is_found_among_whatever_else_is_written(string script)
    {
        await using var integration = await Launched.Start("read -r line\n" + script);

        (await integration.Ask()).ShouldBe(new DriverAnswer { Outcome = Outcome.Succeeded });
    }

    [Test]
    public async Task What_is_no_answer_to_an_open_operation_is_log_text_and_an_answer_is_none()
    {
        await using var integration = await Launched.Start("""
            echo starting
            read -r line
            printf '{"id": 1, "outcome": "succeeded"}\n{"id": 1, "outcome": "failed"}\n{"id": 7, "outcome": "failed"}\n'
            read -r line; echo '{"id": 2, "outcome": "succeeded"}'; cat
            """);

        await integration.Ask();
        await integration.Ask();

        integration.Log.ShouldBe(["starting", """{"id": 1, "outcome": "failed"}""", """{"id": 7, "outcome": "failed"}"""]);
    }

    [Test]
    public async Task An_answer_after_its_limit_is_no_answer_to_the_next_operation()
    {
        await using var integration = await Launched.Start("""
            read -r one; read -r two
            printf '{"id": 1, "outcome": "failed"}\n{"id": 2, "outcome": "succeeded"}\n'; cat
            """);

        var late = await integration.Ask(limit: TimeSpan.FromMilliseconds(300));
        var next = await integration.Ask();

        (late.Outcome, late.Problem).ShouldBe((Outcome.Unanswered, new DriverProblem(DriverProblemKind.TimedOut, "no answer within 0 s")));
        next.Outcome.ShouldBe(Outcome.Succeeded);
        integration.Log.ShouldBe(["""{"id": 1, "outcome": "failed"}"""]);
    }

    [TestCase("""echo '{"id": 1, "outcome": "done"}'; cat""", "\"outcome\" is 'done'; expected is succeeded, failed, pending, unknown or unsupported", DriverProblemKind.UnknownOutcome)]
    [TestCase("""echo '{"id": 1, "message": "x"}'; cat""", "the answer has no text under \"outcome\"", DriverProblemKind.NoOutcome)]
    [TestCase("""echo '{"id": 1, "outcome": "failed", "outcome": "succeeded"}'; cat""", "the answer is no JSON (", DriverProblemKind.NotJson)]
    [TestCase("""echo '{"id": 1, "outcome": "succeeded"'; cat""", "the answer is no JSON (", DriverProblemKind.NotJson)]
    [TestCase("""printf '{"id": 1, "outcome": "succeeded", "result": {"x": '; printf '[%.0s' $(seq 100); echo; cat""", "the answer is no JSON (", DriverProblemKind.NotJson)]
    [TestCase("""echo '{"id": 1, "outcome": "succeeded", "result": {"x": "\ud800"}}'; cat""", "the answer holds text that is not Unicode", DriverProblemKind.NotReadable)]
    [TestCase("""printf '{"id": 1, "outcome": "succeeded", "message": "'; head -c 5000000 /dev/zero | tr '\0' x; printf '"}\n'; cat""", "the answer has more than 4194304 bytes; no more is read", DriverProblemKind.TooLong)]
    public async Task An_answer_that_is_not_in_the_protocol_is_a_fault_of_the_environment(string script, string detail, DriverProblemKind kind)
    {
        await using var integration = await Launched.Start("read -r line\n" + script);

        var answer = await integration.Ask();

        answer.Outcome.ShouldBe(Outcome.Unreadable);
        answer.Problem!.Kind.ShouldBe(kind);
        answer.Problem.Detail.ShouldStartWith(detail);
    }

    [TestCase("read -r line; exit 3", "the process ended with exit code 3 before it answered")]
    [TestCase("read -r line; exec 1>&-; cat > /dev/null", "the process closed its standard output before it answered")]
    [TestCase("exec 0<&-; tail -f /dev/null", "the process closed its standard input before it answered")]
    public async Task A_process_that_cannot_answer_any_more_is_not_waited_for(string script, string detail)
    {
        await using var integration = await Launched.Start(script);

        // A line that is on its way before the input is closed has been taken; the one after it is not.
        var first = await integration.Ask(limit: TimeSpan.FromSeconds(5));
        var answer = first.Outcome == Outcome.Unanswered ? await integration.Ask() : first;

        answer.Outcome.ShouldBe(Outcome.Unreadable);
        answer.Problem!.ShouldSatisfyAllConditions(
            problem => problem.Kind.ShouldBe(DriverProblemKind.NotReached),
            problem => problem.Detail.ShouldBe(detail));
        (await integration.Ask()).Outcome.ShouldBe(Outcome.Unreadable);
    }

    [Test]
    public async Task A_process_that_does_not_read_blocks_nobody()
    {
        await using var integration = await Launched.Start("tail -f /dev/null");
        var large = $$"""{"fields": "{{new string('x', 1024 * 1024)}}"}""";

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => integration.Ask(large, TimeSpan.FromMilliseconds(300))));

        answers.ShouldAllBe(answer => answer.Outcome == Outcome.Unanswered);
    }

    [Test]
    public async Task Ids_go_on_where_the_process_is_started_again()
    {
        await using var integration = await Launched.Start("""
            while read -r line; do
              case "$line" in *hang*) ;; *) id=${line#*\"id\":}; echo "{\"id\": ${id%%,*}, \"outcome\": \"succeeded\", \"message\": \"${id%%,*}\"}";; esac
            done
            """);

        var before = await integration.Ask();
        var hanging = integration.Ask("""{"hang": true}""");
        await integration.Process.Restart(CancellationToken.None);
        var after = await integration.Ask();

        before.Message.ShouldBe("1");
        (await hanging).Problem!.Detail.ShouldBe("the process was ended before it answered");
        after.Message.ShouldBe("3");
    }

    [Test]
    public async Task Nothing_in_a_line_without_end_goes_unsearched()
    {
        await using var integration = await Launched.Start("""
            read -r line
            head -c 4194300 /dev/zero | tr '\0' x; printf 'the-secret'; head -c 5000000 /dev/zero | tr '\0' x
            printf '\n{"id": 1, "outcome": "succeeded"}\n'; cat
            """);

        await integration.Ask();

        integration.Searched.ShouldContain(line => line.Contains("the-secret"));
        integration.Log.Count.ShouldBe(1);
        integration.Log[0].Length.ShouldBe(4001);
    }

    [Test]
    public async Task A_line_with_its_id_and_no_outcome_is_told_where_nothing_else_came()
    {
        await using var integration = await Launched.Start("""read -r line; echo '{"id": 1, "status": "ok"}'; cat""");

        var answer = await integration.Ask(limit: TimeSpan.FromSeconds(2));

        answer.Problem!.Detail.ShouldBe("no answer within 2 s; a line with \"id\": 1 came, and no \"outcome\" stood in it");
    }
}
