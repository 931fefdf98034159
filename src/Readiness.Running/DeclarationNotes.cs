using Readiness.Recording;

namespace Readiness.Running;

/// <summary>Puts into the journal what people state, waive, and declare as not used.</summary>
internal static class DeclarationNotes
{
    public static void Write(RunContext context)
    {
        var configuration = context.Configuration;
        foreach (var (item, attestation) in configuration.Attestations)
        {
            context.Recorder.Note(
                NoteNames.Attested,
                ("item", item.Value),
                ("name", attestation.Name),
                ("role", attestation.Role),
                ("date", $"{attestation.Date:yyyy-MM-dd}"),
                ("expires", attestation.Expires is { } last ? $"{last:yyyy-MM-dd}" : null),
                ("statement", attestation.Statement),
                ("demonstration", attestation.Demonstration ? "true" : "false"));
        }

        foreach (var (item, waiver) in configuration.Waivers)
        {
            context.Recorder.Note(
                NoteNames.Waived,
                ("item", item.Value),
                ("approver", waiver.Approver),
                ("role", waiver.Role),
                ("reason", waiver.Reason),
                ("date", $"{waiver.Date:yyyy-MM-dd}"),
                ("expires", $"{waiver.Expires:yyyy-MM-dd}"),
                ("allowed", waiver.Allowed ? "true" : "false"));
        }

        foreach (var (name, declaration) in configuration.Capabilities.Where(pair => !pair.Value.Used))
        {
            context.Recorder.Note(NoteNames.CapabilityAbsent, ("capability", name), ("reason", declaration.Reason));
        }
    }
}
