using Readiness.Recording;

namespace Readiness.Sandbox.Faults;

/// <summary>The faults that scenarios planned and did not clear yet. Safe for use by many threads.</summary>
public sealed class FaultPlan(JournalRecorder recorder)
{
    /// <summary>The operation's name under which every profile routes its token endpoint.</summary>
    public const string TokenOperation = "token";

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];
    private int planned;

    /// <summary>Plans a fault, notes it in the journal, and returns it with its id.</summary>
    public PlannedFault Plan(PlannedFault fault)
    {
        lock (gate)
        {
            var named = fault with { Id = $"F{++planned}" };
            recorder.Note(
                NoteNames.FaultPlanned,
                ("fault", named.Id),
                ("operation", named.Operation),
                ("stimulus", named.Stimulus),
                ("what", named.Action.Describe));
            entries.Add(new Entry(named));
            return named;
        }
    }

    /// <summary>Clears every fault: held requests go on, stalled ones are reset.</summary>
    public void Clear() => Clear(_ => true);

    /// <summary>Clears one fault; one that is unknown or cleared already is left alone.</summary>
    public void Clear(string id) => Clear(entry => entry.Fault.Id == id);

    /// <summary>The fault that acts on this request, counted as used, or null. The one planned first wins.</summary>
    /// <param name="operation">Null for an address that the provider does not have: no fault acts there.</param>
    internal TakenFault? Take(string? operation, IEnumerable<string> stimuli)
    {
        if (operation is null)
        {
            return null;
        }

        lock (gate)
        {
            if (entries.Count == 0)
            {
                return null;
            }

            IReadOnlyList<string> concerned = [.. stimuli];
            return entries.Find(entry => entry.Matches(operation, concerned) && entry.Acts()) is { } found
                ? new TakenFault(found.Fault, found.Cleared.Token)
                : null;
        }
    }

    private void Clear(Predicate<Entry> which)
    {
        List<Entry> cleared;
        lock (gate)
        {
            cleared = entries.FindAll(which);
            entries.RemoveAll(which);
            foreach (var entry in cleared)
            {
                recorder.Note(NoteNames.FaultCleared, ("fault", entry.Fault.Id));
            }
        }

        foreach (var entry in cleared)
        {
            (entry.Fault.Action as FaultAction.Hold)?.Until.Open();
            entry.Cleared.Cancel();
        }
    }

    private sealed class Entry(PlannedFault fault)
    {
        private int passed;
        private int used;

        public PlannedFault Fault => fault;

        public CancellationTokenSource Cleared { get; } = new();

        public bool Matches(string operation, IReadOnlyList<string> stimuli) =>
            (fault.Operation is null ? operation != TokenOperation : fault.Operation == operation)
            && (fault.Stimulus is null || stimuli.Contains(fault.Stimulus));

        /// <summary>Counts a matching request; true where the fault acts on it.</summary>
        public bool Acts()
        {
            if (passed < fault.Skip)
            {
                passed++;
                return false;
            }

            if (used >= fault.Times)
            {
                return false;
            }

            used++;
            return true;
        }
    }
}
