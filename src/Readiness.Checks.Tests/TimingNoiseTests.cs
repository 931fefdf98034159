namespace Readiness.Checks.Tests;

internal sealed class TimingNoiseTests
{
    [Test]
    public void The_start_counts_for_the_whole_run()
    {
        var noise = TimingNoise.Between(Journal(Note(1, 0.0021, 0.0004, 0.3)), Seconds(40), Seconds(50));

        noise.Timers.ShouldBe(TimeSpan.FromMilliseconds(2.1));
        noise.RoundTrips.ShouldBe(TimeSpan.FromMilliseconds(0.4));
        noise.Words.ShouldBe("timers were up to 3 ms late, round trips took up to 1 ms (note 2)");
    }

    [Test]
    public void What_was_measured_meanwhile_counts_too_and_what_was_measured_at_another_time_does_not()
    {
        var journal = Journal(Note(1, 0.002, 0.001, 0.3), Note(20, 0.5, 0, 5), Note(45, 0.08, 0, 5), Note(80, 0.9, 0, 5));

        TimingNoise.Between(journal, Seconds(42), Seconds(50)).Words.ShouldBe("timers were up to 80 ms late, round trips took up to 1 ms (notes 2, 4)");
        TimingNoise.AtStart(journal).Worst.ShouldBe(TimeSpan.FromMilliseconds(2));
    }

    [TestCase(39, 40, 80)]
    [TestCase(45, 60, 80)]
    [TestCase(38, 39.9, 2)]
    [TestCase(45.1, 60, 2)]
    public void A_measurement_counts_for_the_time_over_which_it_was_made(double from, double to, double worst) =>
        TimingNoise.Between(Journal(Note(1, 0.002, 0, 0.3), Note(45, 0.08, 0, 5)), Seconds(from), Seconds(to)).Worst.ShouldBe(TimeSpan.FromMilliseconds(worst));

    [Test]
    public void The_tolerance_is_the_rules_own_on_a_quiet_machine_and_the_noise_on_a_busy_one()
    {
        TimingNoise.AtStart(Journal(Note(1, 0.002, 0, 0.3))).Tolerance(TimeSpan.FromMilliseconds(50)).ShouldBe(TimeSpan.FromMilliseconds(50));
        TimingNoise.AtStart(Journal(Note(1, 0.12, 0.2, 0.3))).Tolerance(TimeSpan.FromMilliseconds(50)).ShouldBe(TimeSpan.FromMilliseconds(200));
    }

    [Test]
    public void Nothing_measured_is_said()
    {
        var noise = TimingNoise.AtStart(Journal());

        noise.Worst.ShouldBe(TimeSpan.Zero);
        noise.Words.ShouldBe("the noise of this machine was not measured");
    }

    private static Note Note(double at, double timers, double roundTrips, double over) => new()
    {
        At = Seconds(at),
        Name = NoteNames.TimingNoise,
        Data = new Dictionary<string, string> { ["timers"] = $"{timers:0.0000}", ["round_trips"] = $"{roundTrips:0.0000}", ["over"] = $"{over:0.0000}" },
    };

    private static Journal Journal(params Note[] notes) =>
        new([new Note { Number = 1, At = TimeSpan.Zero, Name = "begin" }, .. notes.Select((note, index) => note with { Number = index + 2 })]);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
