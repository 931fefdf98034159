namespace Readiness.Checks.Tests;

internal sealed class ScenarioEvidenceTests
{
    [Test]
    public void A_scenario_sees_its_own_stimuli_by_purpose_and_not_those_of_others()
    {
        var evidence = new ScenarioEvidence(
            Journal(
                Note(1, NoteNames.ScenarioStarted, ("scenario", "A")),
                Note(2, NoteNames.Stimulus, ("stimulus", "S1"), ("scenario", "A"), ("purpose", "look-up"), ("status", "404")),
                Note(3, NoteNames.ScenarioEnded, ("scenario", "A")),
                Note(4, NoteNames.ScenarioStarted, ("scenario", "B")),
                Note(5, NoteNames.Stimulus, ("stimulus", "S2"), ("scenario", "B"), ("purpose", "look-up"))),
            "A");

        evidence.StimuliFor("look-up").ShouldHaveSingleItem().Id.ShouldBe("S1");
        evidence.StimuliFor("look-up")[0]["status"].ShouldBe("404");
        evidence.StimuliFor("look-up")[0]["absent"].ShouldBeNull();
        evidence.StimuliFor("other").ShouldBeEmpty();
        evidence.StartedAt.ShouldBe(TimeSpan.FromSeconds(1));
        evidence.EndedAt.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Test]
    public void A_scenario_covers_its_first_and_its_last_moment_and_nothing_beyond()
    {
        var evidence = new ScenarioEvidence(Journal(Note(2, NoteNames.ScenarioStarted, ("scenario", "A")), Note(4, NoteNames.ScenarioEnded, ("scenario", "A")), Note(9, NoteNames.DataReset)), "A");

        new[] { 1.9, 2, 3, 4, 4.1 }.Select(second => evidence.Covers(TimeSpan.FromSeconds(second))).ShouldBe([false, true, true, true, false]);
    }

    [Test]
    public void An_operation_is_open_from_its_asking_to_its_reply()
    {
        var answered = Journal(Asked(2, "look-up", "S1"), Ended(4, 2, Outcome.Failed)).Operations[0];
        new[] { 1.9, 2, 3, 4, 4.1 }.Select(second => answered.IsOpenAt(TimeSpan.FromSeconds(second))).ShouldBe([false, true, true, true, false]);

        var open = Journal(Asked(2, "look-up", "S1")).Operations[0];
        new[] { 1.9, 2, 900 }.Select(second => open.IsOpenAt(TimeSpan.FromSeconds(second))).ShouldBe([false, true, true]);
    }

    [Test]
    public void A_scenario_that_runs_ends_with_the_journal() =>
        new ScenarioEvidence(Journal(Note(1, NoteNames.ScenarioStarted, ("scenario", "A")), Note(9, NoteNames.DataReset)), "A").EndedAt.ShouldBe(TimeSpan.FromSeconds(9));

    [Test]
    public void Requests_belong_to_the_stimulus_whose_values_stand_in_them_also_when_they_come_late()
    {
        var evidence = new ScenarioEvidence(
            Journal(Request(1, "search", "S1"), Request(2, "search", "S2"), Request(3, "search", null), Request(4, "initiate", "S1"), Note(5, NoteNames.ScenarioEnded, ("scenario", "A")), Request(6, "search", "S1")),
            "A");
        var stimulus = new Stimulus("S1", TimeSpan.Zero, new Dictionary<string, string>());

        evidence.ExchangesOf(stimulus).Select(exchange => exchange.Number).ShouldBe([1, 4, 6]);
        evidence.ExchangesOf(stimulus, "search").Select(exchange => exchange.Number).ShouldBe([1, 6]);
    }

    [Test]
    public void Operations_and_deliveries_belong_to_the_stimulus_they_were_made_for()
    {
        var evidence = new ScenarioEvidence(
            Journal(Asked(1, "look-up", "S1"), Ended(2, 1, Outcome.Failed), Asked(3, "look-up", "S1"), Asked(4, "probe", "S2"), Sent(5, "S1", genuine: true), Sent(6, "S2", genuine: true)),
            "A");
        var stimulus = new Stimulus("S1", TimeSpan.Zero, new Dictionary<string, string>());

        evidence.OperationsOf(stimulus).Select(call => call.Number).ShouldBe([1, 3]);
        evidence.OperationOf(stimulus, "look-up")!.Number.ShouldBe(3);
        evidence.OperationOf(stimulus, "probe").ShouldBeNull();
        evidence.DeliveriesOf(stimulus).ShouldHaveSingleItem().Number.ShouldBe(5);
    }

    [Test]
    public void A_canary_that_succeeded_is_a_sign_of_life()
    {
        var evidence = new ScenarioEvidence(Journal(Asked(1, "look-up", "C", OperationRole.Canary), Ended(2, 1, Outcome.Succeeded)), "A");

        evidence.AliveAfter(TimeSpan.FromSeconds(1)).ShouldBe(1);
        evidence.AliveAfter(TimeSpan.FromSeconds(1.5)).ShouldBeNull("it had begun before");
        evidence.AliveBefore(TimeSpan.FromSeconds(2)).ShouldBe(1);
        evidence.AliveBefore(TimeSpan.FromSeconds(1.5)).ShouldBeNull("it had not ended yet");
    }

    [Test]
    public void A_genuine_delivery_that_was_acknowledged_is_a_sign_of_life() =>
        new ScenarioEvidence(Journal(Sent(1, "S1", genuine: true), Answered(2, 1, 204)), "A").AliveBefore(TimeSpan.FromSeconds(2)).ShouldBe(1);

    [Test]
    public void Nothing_else_is_a_sign_of_life()
    {
        var evidence = new ScenarioEvidence(
            Journal(
                Asked(1, "look-up", "C", OperationRole.Canary),
                Ended(2, 1, Outcome.Failed),
                Asked(3, "look-up", "S1"),
                Ended(4, 3, Outcome.Succeeded),
                Sent(5, "S1", genuine: false),
                Answered(6, 5, 200),
                Sent(7, "S1", genuine: true),
                Answered(8, 7, 500),
                Asked(9, "look-up", "C", OperationRole.Canary),
                Sent(10, "S1", genuine: true),
                Request(11, "search", "S1")),
            "A");

        evidence.AliveAfter(TimeSpan.Zero).ShouldBeNull();
        evidence.AliveBefore(TimeSpan.FromMinutes(1)).ShouldBeNull();
    }

    [Test]
    public void The_nearest_sign_of_life_is_given()
    {
        var evidence = new ScenarioEvidence(Journal(Sent(1, null, genuine: true), Answered(2, 1, 200), Sent(3, null, genuine: true), Answered(4, 3, 200), Sent(5, null, genuine: true), Answered(6, 5, 200)), "A");

        evidence.AliveBefore(TimeSpan.FromSeconds(4.5)).ShouldBe(3);
        evidence.AliveAfter(TimeSpan.FromSeconds(2.5)).ShouldBe(3);
    }

    // Each entry happens at the second of its number.
    private static Journal Journal(params JournalEntry[] entries) => new(entries);

    private static Note Note(int number, string name, params (string Key, string Value)[] data) =>
        new() { Number = number, At = TimeSpan.FromSeconds(number), Name = name, Data = data.ToDictionary(pair => pair.Key, pair => pair.Value) };

    private static RequestReceived Request(int number, string operation, string? stimulus) => new()
    {
        Number = number,
        At = TimeSpan.FromSeconds(number),
        BodyAt = TimeSpan.FromSeconds(number),
        Connection = "c1",
        Method = "POST",
        Target = "/",
        Operation = operation,
        Headers = [],
        Body = RecordedBody.None,
        Facts = stimulus is null ? [] : [new Occurrence { Name = "document_number", Stimulus = stimulus, Where = "body:/document_number", Encoding = "exact" }],
    };

    private static OperationStarted Asked(int number, string operation, string stimulus, OperationRole role = OperationRole.Stimulus) =>
        new() { Number = number, At = TimeSpan.FromSeconds(number), Operation = operation, Stimulus = stimulus, Role = role, Input = "{}" };

    private static OperationEnded Ended(int number, int of, Outcome outcome) => new() { Number = number, At = TimeSpan.FromSeconds(number), Of = of, Outcome = outcome };

    private static DeliverySent Sent(int number, string? stimulus, bool genuine) => new()
    {
        Number = number,
        At = TimeSpan.FromSeconds(number),
        EventId = $"event-{number}",
        EventType = "decided",
        Stimulus = stimulus,
        Genuine = genuine,
        Manner = "first",
        Url = "/",
        Headers = [],
        Body = RecordedBody.None,
    };

    private static DeliveryAnswered Answered(int number, int of, int status) => new()
    {
        Number = number,
        At = TimeSpan.FromSeconds(number),
        Of = of,
        LastByteSentAt = TimeSpan.FromSeconds(number - 1),
        LastByteAt = TimeSpan.FromSeconds(number),
        Status = status,
    };
}
