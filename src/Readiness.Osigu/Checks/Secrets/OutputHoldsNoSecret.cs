using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: what the integration's process writes holds no secret.</summary>
/// <remarks>Secrets of this run are noted as they are written, in every encoding, tokens among them; what looks like a credential is searched for at the end. Logs that go elsewhere are not seen.</remarks>
public sealed class OutputHoldsNoSecret : ICheck
{
    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (SecretNotes.Of(trial, "output", "the lines that the integration wrote") is not { } notes)
        {
            return trial.Conclude(() => "");
        }

        notes.Judge(trial, "no secret in what the integration writes to standard output and error");
        if (notes["failed"] + notes["unread"] > 0)
        {
            trial.Lacks($"what the integration wrote could not be searched: {notes.Searched["failed_first"] ?? notes.Searched["unread_first"]}");
        }

        trial.Rest(notes.Searched.Number);
        return trial.Conclude(() => notes["lines"] == 0
            ? "nothing was written to standard output and error; logs that go elsewhere are not seen"
            : $"no secret in {Say.Count((int)notes["lines"], "line")} of output");
    }
}
