using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about what cannot be seen from outside.</summary>
[Binding]
public sealed class StatementSteps(OsiguScene scene)
{
    [Then("^a named person has stated it$")]
    public void ThenStated()
    {
        var item = scene.Stage.Info.Item.Value;
        if (OsiguScene.Recorder.Snapshot().NotesNamed(NoteNames.Attested).All(note => note["item"] != item))
        {
            throw new NotExercisedException($"nobody has stated it: declare attestations.{item} with name, role, date and statement");
        }
    }
}
