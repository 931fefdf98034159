namespace Readiness.Osigu.Sandbox;

/// <summary>Issuing prescriptions: version 1; 1.1, which asks for the patient's consent; and 2, which asks for a signed hash as well.</summary>
internal sealed class PrescriptionEndpoints(OsiguWorld world, EventComposer events)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Post("/ehr/v1/prescriptions", "create-prescription", call => Issue(call, "v1")),
        Endpoint.Post("/ehr/v1.1/prescriptions", "create-prescription-v1.1", call => IssueWithConsent(call, "v1.1")),
        Endpoint.Post("/ehr/v2/prescriptions", "create-prescription-v2", IssueSigned),
    ];

    private Reply IssueSigned(OsiguCall call)
    {
        var field = world.Options.SignedHashField;
        if (call.Fields.Text(field) is { Length: > 0 } hash && !IsHash(hash))
        {
            call.Fields.Problem(field, "must be a hash of at least 32 bytes, in hexadecimal digits or in Base64");
        }

        return IssueWithConsent(call, "v2");
    }

    /// <summary>What is signed, and how, is not documented: anything that can be a signature passes.</summary>
    private static bool IsHash(string text) =>
        (text.Length >= 64 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit))
        || (Convert.TryFromBase64String(text, new byte[text.Length], out var length) && length >= 32);

    private Reply IssueWithConsent(OsiguCall call, string version)
    {
        if (!call.Fields.IsTrue("patient_data_consent"))
        {
            call.Fields.Problem("patient_data_consent", "must be true");
        }

        return Issue(call, version);
    }

    private Reply Issue(OsiguCall call, string version)
    {
        var body = call.Fields;
        var inline = body.Object("patient");
        var wanted = inline is null ? null : Patient.Read(inline);
        var patientId = inline is null ? body.Text("patient_id") : "";
        var diagnosis = ProductLines.Diagnosis(body);
        foreach (var medication in body.Has("medications") ? body.Objects("medications") : [])
        {
            medication.Text("posology");
            medication.PositiveNumber("duration_days");
        }

        var (lines, refusal) = ProductLines.Read(world, body, "medications", typed: false);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Find(wanted, patientId, call) is not { } patient)
        {
            return Reply.NotFound("patient");
        }

        var stimulus = call.Stimulus(patient.Stimulus);
        var prescription = world.Prescriptions.Add(new Prescription
        {
            Id = world.Ids.Id("prescription_id", "rx", stimulus),
            Stimulus = stimulus,
            Code = world.Ids.Code("prescription_code", "RX", stimulus),
            Version = version,
            Patient = patient,
            DiagnosisCode = diagnosis,
            Lines = lines,
            IssuedAt = world.Clock.GetUtcNow(),
        });
        events.Emit(events.PrescriptionIssued(prescription));
        return Reply.Created(prescription.Shown(world));
    }

    private Patient? Find(Patient? inline, string patientId, OsiguCall call) =>
        inline is not null ? world.Patients.All.FirstOrDefault(inline.SameDocument) ?? PatientEndpoints.Add(world, inline, call.Stimulus())
        : world.Patients.TryFind(patientId, out var known) ? known
        : null;
}
