using System.Collections;
using System.Globalization;
using Readiness.Checklist;
using Readiness.Running;

namespace Readiness.Scenarios.Hooks;

/// <summary>Brings each scenario onto its stage and off it again. Knows no provider.</summary>
[Binding]
public sealed class ScenarioHooks(Scene scene, ScenarioContext scenario, FeatureContext feature)
{
    private const string Core = "core";

    /// <summary>A scenario that takes minutes by nature, and is left out of a rehearsal.</summary>
    private const string DocumentedPace = "documented-pace";

    /// <summary>A scenario in which the integration is restarted.</summary>
    private const string Restart = "restart";

    [BeforeScenario(Order = 0)]
    public void Begin()
    {
        if (DotnetTestRun.Fault is { } fault)
        {
            Assert.Ignore($"not run: {fault}");
        }

        if (!Scene.Run.CanGoOn)
        {
            Assert.Ignore("not run: the run was stopped before it");
        }

        var described = Describe();
        if (CurrentRun.Choice?.Takes(described.Item, [.. scenario.ScenarioInfo.Tags, .. feature.FeatureInfo.Tags]) == false)
        {
            Assert.Ignore("not run: left out by run.items, run.tags or run.failed");
        }

        try
        {
            scene.Enter(Scene.Run.Begin(described));
        }
        catch (NotExercisedException missing)
        {
            Assert.Ignore(missing.Message);
        }

        if (Scene.Run.NotApplicable(described.Item) is { } reason)
        {
            // What the partner does not use is not asked for: traffic that the harness provokes would contradict the declaration.
            Assert.Ignore($"not applicable: declared as not used: {reason}");
        }

        if (scenario.ScenarioInfo.Tags.Contains(Restart) && Scene.Run.Integration.NoRestart is { } never)
        {
            Assert.Ignore(never);
        }

        if (scenario.ScenarioInfo.Tags.Contains(DocumentedPace) && Scene.Run.Context.Configuration.Pace != Configuration.Pace.Documented)
        {
            // Skipped rather than failed: under dotnet test a rehearsal that is ready has to end green.
            Assert.Ignore("takes several minutes, and is left out of a rehearsal; run at documented pace");
        }
    }

    [BeforeStep]
    public void Step() =>
        scene.Stage.Step($"{scenario.StepContext.StepInfo.StepDefinitionType} {scenario.StepContext.StepInfo.Text}");

    /// <summary>A scenario that could not be exercised proves nothing: under <c>dotnet test</c> it is skipped with its reason, for a failed one would blame the partner.</summary>
    [AfterStep]
    public void Skip()
    {
        if (scenario.TestError is NotExercisedException missing)
        {
            Assert.Ignore(missing.Message);
        }
    }

    [AfterScenario(Order = 1000)]
    public async Task End()
    {
        if (!CurrentRun.Exists)
        {
            return;
        }

        switch (scenario.TestError)
        {
            // A step that nothing defines, or two definitions, raises no error of the scenario's own.
            case null when scenario.ScenarioExecutionStatus != ScenarioExecutionStatus.OK:
                var broken = new InvalidOperationException($"a step of '{scenario.ScenarioInfo.Title}' has no definition, or more than one ({scenario.ScenarioExecutionStatus})");
                Scene.Run.Failed(broken);
                await Scene.Run.End("stopped", $"the harness failed: {broken.Message}");
                break;
            case null or ItemFailedException:
                await Scene.Run.End("completed", null);
                break;
            case NotExercisedException missing:
                await Scene.Run.End("not exercised", missing.Message);
                break;
            case OperationCanceledException:
                await Scene.Run.End("stopped", Scene.Run.Stopped?.Detail ?? "the run was interrupted");
                break;
            case IgnoreException left:
                await Scene.Run.End("not exercised", left.Message);
                break;
            case { } fault:
                Scene.Run.Failed(fault);
                await Scene.Run.End("stopped", $"the harness failed: {fault.Message}");
                break;
        }
    }

    private ChecklistScenario Describe()
    {
        var info = scenario.ScenarioInfo;
        var items = info.Tags.Concat(feature.FeatureInfo.Tags).Select(tag => new ItemId(tag)).Where(id => Scene.Run.Profile.Checklist.Find(id) is not null).ToArray();
        return items is [var only]
            ? new ChecklistScenario(only, info.Title + Row(info.Arguments), Text(info.Description), info.Tags.Contains(Core), feature.FeatureInfo.Title)
            : throw new InvalidOperationException($"the scenario '{info.Title}' has {items.Length} tags that are items of the checklist; it needs exactly one");
    }

    private static string Row(IDictionary? arguments) =>
        arguments is null || arguments.Count == 0
            ? ""
            : $" ({string.Join(", ", arguments.Cast<DictionaryEntry>().Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Key} {cell.Value}")))})";

    private static string Text(string? description) =>
        string.Join(' ', (description ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
