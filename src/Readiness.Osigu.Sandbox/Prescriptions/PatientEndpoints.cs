namespace Readiness.Osigu.Sandbox;

/// <summary>Patients: found by document, created once for a document.</summary>
internal sealed class PatientEndpoints(OsiguWorld world)
{
    public IEnumerable<Endpoint> All =>
    [
        Endpoint.Get("/ehr/v1/patients", "find-patient", Find),
        Endpoint.Post("/ehr/v1/patients", "create-patient", Create),
    ];

    private Reply Find(OsiguCall call)
    {
        if (!call.Query.TryGetValue("document_number", out var number) || number.Length == 0)
        {
            return Reply.Invalid("document_number", "is required") with { Looked = "no document_number in the query" };
        }

        var type = call.Query.GetValueOrDefault("document_type");
        return Page.Of(
            call,
            world.Patients.All.Where(patient => patient.DocumentNumber == number && (type is null || patient.DocumentType == type)).Select(patient => patient.Shown(world)),
            world.Options.LargestPage);
    }

    private Reply Create(OsiguCall call)
    {
        var wanted = Patient.Read(call.Fields);
        if (call.Fields.Refusal is { } refusal)
        {
            return refusal;
        }

        if (world.Patients.All.Any(wanted.SameDocument))
        {
            return Reply.Conflict("a patient with this document exists") with { Looked = "document_type and document_number of another patient" };
        }

        return Reply.Created(Add(world, wanted, call.Stimulus()).Shown(world));
    }

    /// <summary>Makes a patient known under a new identifier.</summary>
    public static Patient Add(OsiguWorld world, Patient wanted, string? stimulus) =>
        world.Patients.Add(wanted with { Id = world.Ids.Id("patient_id", "pat", stimulus), Stimulus = stimulus });
}
