using Readiness.Checklist;
using Readiness.Checks;

namespace Readiness.Osigu.Checks.Secrets;

/// <summary>OSG-SEC-01: neither a secret of this run nor anything that looks like a credential stands in the declared folders, in archives there or in git's history.</summary>
/// <remarks>Source: Testing with sandbox, "in a secrets manager, not in code". What a person accepts in the allow file is no finding. What could not be read is advice: it may hold anything.</remarks>
public sealed class FilesHoldNoSecret : ICheck
{
    public ItemId Item { get; } = new("OSG-SEC-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (SecretNotes.Of(trial, "files", "the declared folders") is not { } notes)
        {
            return trial.Conclude(() => "");
        }

        notes.Judge(trial, "no secret in code, in its history, or in what is built");
        if (notes["files"] + notes["commits"] == 0)
        {
            trial.Lacks("the declared folders hold nothing that could be read");
        }

        if (notes["failed"] > 0)
        {
            trial.Lacks($"a declared folder or file could not be read: {notes.Searched["failed_first"]}");
        }

        if (notes["histories_failed"] > 0)
        {
            trial.Advise($"not searched, so that it may hold anything: {notes.Searched["histories_failed_first"]}");
        }

        if (notes["unread"] > 0)
        {
            trial.Advise($"{Say.Count((int)notes["unread"], "file")} could not be read to the end: {notes.Searched["unread_first"]}");
        }

        if (notes["shallow"] > 0)
        {
            trial.Advise("the git history is a shallow clone: what was before its oldest commit is not there to be searched");
        }

        if (notes["allowed"] > 0)
        {
            trial.Advise($"{Say.Count((int)notes["allowed"], "finding")} accepted by the allow file");
        }

        trial.Rest(notes.Searched.Number);
        return trial.Conclude(() =>
            $"no secret in {Say.Count((int)notes["files"], "file")}, {Say.Count((int)notes["archives"], "archive")} with {Say.Count((int)notes["entries"], "entry", "entries")}, and {Say.Count((int)notes["commits"], "commit")}{(notes["histories_failed"] > 0 ? "; not every history was searched" : "")}");
    }
}
