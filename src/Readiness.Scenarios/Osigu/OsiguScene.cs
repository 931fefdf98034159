using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sandbox.Faults;
using Readiness.Scenarios.Hooks;

namespace Readiness.Scenarios.Osigu;

/// <summary>What the steps of one Osigu scenario share: the cases under way, and the provider's side.</summary>
public sealed class OsiguScene(Scene scene)
{
    private readonly List<CaseFile> cases = [];

    public ScenarioStage Stage => scene.Stage;

    public static CertificationRun Run => Scene.Run;

    public static OsiguSession Session => (OsiguSession)Scene.Run.Session;

    public static OsiguSandbox Sandbox => Session.Sandbox;

    public static FixtureMint Fixtures => Sandbox.Fixtures;

    public static JournalRecorder Recorder => Scene.Recorder;

    public static TimeProvider Clock => Run.Context.Clock;

    /// <summary>Sponsors by what is special about them.</summary>
    public static string Synchronous => Sandbox.Options.SynchronousSponsor;

    public static string Asynchronous => Sandbox.Options.AsynchronousSponsor;

    public const string WantsIndication = "sponsor-sandbox-indication";

    public const string Settles = "sponsor-sandbox-do";

    /// <summary>The cases of this scenario, in order.</summary>
    public IReadOnlyList<CaseFile> Cases => cases;

    /// <summary>The case that "that patient" means.</summary>
    public CaseFile Case => cases[^1];

    /// <summary>What the next look-ups are for, where a step before changed it.</summary>
    public string LookUpPurpose { get; set; } = "look-up";

    /// <summary>The fault that every look-up of a new patient meets; null for none.</summary>
    public PlannedFault? LookUpFault { get; set; }

    public CaseFile Add(CaseFile file)
    {
        cases.Add(file);
        return file;
    }

    /// <summary>Goes on with what was learnt of a case in its place.</summary>
    public void Replace(CaseFile before, CaseFile after) => cases[cases.IndexOf(before)] = after;

    /// <summary>Opens a case about a covered patient.</summary>
    public CaseFile Open(string sponsor, Coverage coverage = Coverage.Active, Func<string, IReadOnlyList<Product>>? products = null)
    {
        var stimulus = Stage.NewStimulus();
        var patient = Fixtures.MintBeneficiary(stimulus, sponsor, coverage);
        return Add(new CaseFile
        {
            Stimulus = stimulus,
            Patient = patient,
            Fields = patient.Fields,
            Sponsor = sponsor,
            Products = products?.Invoke(stimulus) ?? [Fixtures.MintProduct(stimulus, ProductType.Medication, ProductRule.Approve)],
        });
    }

    /// <summary>Goes on only where the partner uses that capability.</summary>
    /// <exception cref="NotExercisedException">It is declared as not used.</exception>
    public static void Needs(string capability)
    {
        if (Run.DeclaredAbsent(capability) is { } reason)
        {
            throw new NotExercisedException($"needs {capability}, which is declared as not used: {reason}");
        }
    }

    /// <summary>Ends the scenario, for the configuration declares no way to show it: a statement stands in.</summary>
    /// <exception cref="NotExercisedException">Always.</exception>
    public void NotShown(string reason)
    {
        Recorder.Note(NoteNames.NotShown, ("item", Stage.Info.Item.Value), ("scenario", Stage.Id), ("reason", reason));
        throw new NotExercisedException(reason);
    }

    /// <summary>Makes every token so far worthless, and notes that this was the harness's doing.</summary>
    public static void RevokeTokens(string cause) =>
        Recorder.Note(NoteNames.TokenRevoked, ("token", string.Join(", ", Sandbox.Tokens.RevokeAll())), ("cause", cause));

    /// <summary>Plans a fault for requests of one stimulus.</summary>
    public static void Plan(string operation, string? stimulus, FaultAction action, int times = int.MaxValue) =>
        Run.Context.Faults.Plan(new PlannedFault { Operation = operation, Stimulus = stimulus, Action = action, Times = times });
}
