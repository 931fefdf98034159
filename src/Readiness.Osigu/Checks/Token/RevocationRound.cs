using Readiness.Recording;

namespace Readiness.Osigu.Checks.Token;

/// <summary>One moment at which the harness made every token worthless, and the operations that were under way then or began with it.</summary>
internal sealed class RevocationRound(Journal journal, Note revocation)
{
    /// <summary>The operations of the round: its stimuli carry its number.</summary>
    public IReadOnlyList<OperationCall> Operations { get; } = OperationsOf(journal, revocation);

    public TimeSpan At => revocation.At;

    /// <summary>When the last of them had its answer; the end of the journal while one has none.</summary>
    public TimeSpan EndedAt => Operations.Count == 0 ? revocation.At : Operations.Max(call => call.EndedAt ?? journal.End);

    /// <summary>Token requests from the revocation to the end of the round.</summary>
    public IReadOnlyList<Exchange> TokenRequests => [.. journal.TokenRequests.Where(request => request.At >= At && request.At <= EndedAt)];

    /// <summary>Token requests that came before the first of them had its answer.</summary>
    public IReadOnlyList<Exchange> TokenRequestsTogether =>
        TokenRequests is [var first, ..] ? [.. TokenRequests.Where(request => first.EndedAt is not { } answered || request.At <= answered)] : [];

    /// <summary>Calls of the round's patients that came with a token which counted.</summary>
    public IReadOnlyList<Exchange> CallsWithANewToken =>
    [
        .. journal.ApiCalls.Where(call => call.TokenState == "valid" && call.At >= At && call.At <= EndedAt && Operations.Any(operation => operation.Stimulus is { } stimulus && call.Concerns(stimulus))),
    ];

    /// <summary>The rounds of a scenario, in order.</summary>
    public static IReadOnlyList<RevocationRound> Of(Journal journal, TimeSpan from, TimeSpan to) =>
        [.. journal.NotesNamed(NoteNames.TokenRevoked).Where(note => note[OsiguNotes.Parallel] is not null && note.At >= from && note.At <= to).Select(note => new RevocationRound(journal, note))];

    private static OperationCall[] OperationsOf(Journal journal, Note revocation)
    {
        var round = revocation["round"];
        var stimuli = journal.NotesNamed(NoteNames.Stimulus).Where(note => round is not null && note["round"] == round).Select(note => note["stimulus"]).ToHashSet();
        return [.. journal.Operations.Where(call => call.Asked.Role == OperationRole.Stimulus && stimuli.Contains(call.Stimulus))];
    }
}
