namespace Readiness.Osigu.Tests;

/// <summary>Writes a journal by hand, one line an event. Times are seconds from the start of the run.</summary>
/// <remarks>Entries may be added in any order: they are sorted by time and numbered from 1 (the run itself) when the journal is read.</remarks>
internal sealed partial class JournalBuilder
{
    /// <summary>The scenario that is judged, unless said otherwise.</summary>
    public const string TheScenario = "scenario-1";

    private readonly List<DraftEntry> drafts = [];
    private string? environment;

    /// <summary>Facts of a token request with this run's credentials in its Basic header.</summary>
    public static readonly string[] OwnCredentials = ["client.id@header:Authorization@basic", "client.secret@header:Authorization@basic"];

    /// <param name="begins">When the scenario begins.</param>
    /// <param name="processes">Processes with a token cache of their own, as the partner declares them.</param>
    public JournalBuilder(int processes = 1, string pace = "compressed", double begins = 0, params (string Key, string Value)[] settings)
    {
        Add(number => new RunStarted
        {
            Number = number,
            At = TimeSpan.Zero,
            Profile = "osigu",
            Pace = pace,
            StartedAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero),
            HarnessVersion = "0.1.0",
            Processes = processes,
            Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value),
        });
        Note(NoteNames.ScenarioStarted, begins, ("scenario", TheScenario));
    }

    public JournalBuilder Note(string name, double at, params (string Key, string Value)[] data)
    {
        Add(number => new Note { Number = number, At = Seconds(at), Name = name, Data = data.ToDictionary(pair => pair.Key, pair => pair.Value) });
        return this;
    }

    public JournalBuilder Stimulus(string id, string purpose, double at = 0, string scenario = TheScenario, params (string Key, string Value)[] data) =>
        Note(NoteNames.Stimulus, at, [("stimulus", id), ("scenario", scenario), ("purpose", purpose), .. data]);

    /// <summary>An operation and its reply.</summary>
    /// <param name="outcome">Null leaves it open.</param>
    /// <param name="problem">Why the reply could not be read.</param>
    /// <param name="facts">Minted values seen in the reply: <c>name</c> for one of this stimulus, <c>name@message</c> for one in the message.</param>
    public JournalBuilder Operation(
        string? stimulus,
        string operation,
        double at,
        Outcome? outcome = Outcome.Succeeded,
        string? message = null,
        string result = "{}",
        double lasts = 0.5,
        int? errorStatus = null,
        string input = "{}",
        OperationRole role = OperationRole.Stimulus,
        string? problem = null,
        params string[] facts)
    {
        var where = environment;
        var asked = Add(number => new OperationStarted { Number = number, At = Seconds(at), Operation = operation, Stimulus = stimulus, Role = role, Input = input, Environment = where });
        if (outcome is { } reported)
        {
            Add(number => new OperationEnded
            {
                Number = number,
                At = Seconds(at + lasts),
                Of = asked.Number,
                Outcome = reported,
                Message = message,
                ErrorStatus = errorStatus,
                Problem = problem,
                Result = result,
                Facts = [.. facts.Select(fact => Fact(fact, stimulus, "result:"))],
            });
        }

        return this;
    }

    /// <summary>What is added there happens in the environment that plays production, with a token and credentials of its own.</summary>
    public JournalBuilder InProduction(Func<JournalBuilder, JournalBuilder> what)
    {
        environment = Environments.Production;
        what(this);
        environment = null;
        return this;
    }

    /// <summary>A canary that succeeded: a sign of life.</summary>
    public JournalBuilder Canary(double at, Outcome outcome = Outcome.Succeeded) =>
        Operation("canary", "beneficiary.search", at, outcome, lasts: 0.2, role: OperationRole.Canary);

    public JournalBuilder Probe(string? stimulus, string operation, double at, string result, string input = "{}", Outcome outcome = Outcome.Succeeded) =>
        Operation(stimulus, operation, at, outcome, result: result, lasts: 0.1, input: input, role: OperationRole.Probe);

    /// <summary>How late the machine was when the run began, in seconds.</summary>
    public JournalBuilder Noise(double timers, double roundTrips = 0.0004, double at = 0.3) =>
        Note(NoteNames.TimingNoise, at, ("timers", $"{timers:0.0000}"), ("round_trips", $"{roundTrips:0.0000}"), ("over", "0.3000"));

    /// <summary>Ends the journal: every watch is over.</summary>
    public JournalBuilder Close(double at) => Note(NoteNames.RunEnded, at);

    public Journal Build()
    {
        DraftEntry[] ordered = [.. drafts.OrderBy(draft => draft.At)];
        for (var index = 0; index < ordered.Length; index++)
        {
            ordered[index].Number = index + 1;
        }

        return new Journal([.. ordered.Select(draft => draft.Entry)]);
    }

    /// <summary>The journal as the check sees it from the scenario.</summary>
    public ScenarioEvidence Evidence(string scenario = TheScenario) => new(Build(), scenario);

    public Judgement Judge<TCheck>(string scenario = TheScenario)
        where TCheck : ICheck, new() => new TCheck().Judge(Evidence(scenario));

    private DraftEntry Add(Func<int, JournalEntry> make)
    {
        var draft = new DraftEntry(make);
        drafts.Add(draft);
        return draft;
    }

    private static Occurrence Fact(string text, string? stimulus, string where) => text.Split('@') switch
    {
        [var name, var place, var encoding] => new Occurrence { Name = name, Stimulus = stimulus, Where = place, Encoding = encoding },
        [var name, var place] => new Occurrence { Name = name, Stimulus = stimulus, Where = place, Encoding = "part" },
        _ => new Occurrence { Name = text, Stimulus = stimulus, Where = where + text, Encoding = "exact" },
    };

    /// <summary>A value's name in the environment that things happen in.</summary>
    private string Own(string name) => environment is null ? name : $"{environment}.{name}";

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
