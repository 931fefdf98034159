using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Configuration;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Running.Profiles;
using Readiness.SelfCheck.Plan;

namespace Readiness.SelfCheck.Tests;

/// <summary>A profile of three items, each with a check of its own, two flaws and two variants.</summary>
internal sealed class TestProfile : IProviderProfile
{
    public static SampleSwitch Late { get; } = new() { Name = "Late", IsFlaw = true, Item = "TOY-A-01", Check = "AHolds", Where = "In most shops." };

    public static SampleSwitch Rude { get; } = new() { Name = "Rude", IsFlaw = true, Item = "TOY-B-01", Check = "BHolds", Also = [("TOY-A-01", "rudeness is slow")], Where = "In some shops." };

    public static SampleSwitch Odd { get; } = new() { Name = "Odd", IsFlaw = false, Item = "TOY-A-01", Where = "In one shop." };

    public static SampleSwitch Queer { get; } = new() { Name = "Queer", IsFlaw = false, Item = "TOY-B-01", Also = [("TOY-A-01", "it is queer there, too")], Where = "In another shop." };

    public bool IsDefault => true;

    public ProviderChecklist Checklist { get; } = new()
    {
        Profile = "toy",
        Provider = "Toy",
        Version = "1",
        OfficialLines = [],
        Items = [Item("TOY-A-01", Level.Required), Item("TOY-B-01", Level.Contract), Item("TOY-C-01", Level.Planned)],
    };

    public IReadOnlyList<ICheck> Checks { get; init; } = [new NamedCheck("AHolds", "TOY-A-01"), new NamedCheck("BHolds", "TOY-B-01")];

    public KillMatrix KillMatrix { get; init; } = new([Late, Rude, Odd, Queer]);

    public Disclosure Disclosure => throw new NotSupportedException();

    public ProfileVocabulary Vocabulary => throw new NotSupportedException();

    public IReadOnlyDictionary<string, string> DeskOptions => throw new NotSupportedException();

    public IReadOnlyDictionary<string, string> SampleConfiguration(IReadOnlyList<string> switches, DriverKind driver = DriverKind.Http) => throw new NotSupportedException();

    public IProfileSession Open(RunContext context) => throw new NotSupportedException();

    public static MatrixPlan Plan(MatrixSelection? selection = null, params IReadOnlyList<SampleSwitch> switches) =>
        MatrixPlan.For(switches.Count > 0 ? new KillMatrix(switches) : new TestProfile().KillMatrix, selection ?? new MatrixSelection());

    private static ChecklistItem Item(string id, Level level) => new()
    {
        Id = new(id),
        Chapter = "Toys",
        Statement = $"{id} holds.",
        Level = level,
        Proof = ProofClass.Wire,
        Source = new("Guide", new("https://toy.example/guide")),
    };

    internal sealed record NamedCheck(string Name, string Of) : ICheck
    {
        public ItemId Item => new(Of);

        public Judgement Judge(ScenarioEvidence evidence) => throw new NotSupportedException();
    }
}
