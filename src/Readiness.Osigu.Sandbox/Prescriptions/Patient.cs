using System.Text.Json.Nodes;

namespace Readiness.Osigu.Sandbox;

/// <summary>A patient of the electronic prescription.</summary>
public sealed record Patient : IResource
{
    public required string Id { get; init; }

    public string? Stimulus { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string DocumentType { get; init; }

    public required string DocumentNumber { get; init; }

    public required string DateOfBirth { get; init; }

    internal static Patient Read(RequestFields body) => new()
    {
        Id = "",
        FirstName = body.Text("first_name"),
        LastName = body.Text("last_name"),
        DocumentType = body.Text("document_type"),
        DocumentNumber = body.Text("document_number"),
        DateOfBirth = body.Text("date_of_birth"),
    };

    internal bool SameDocument(Patient other) => DocumentType == other.DocumentType && DocumentNumber == other.DocumentNumber;

    internal JsonObject Shown(OsiguWorld world) => new()
    {
        ["patient_id"] = world.Ids.Json(Id),
        ["first_name"] = FirstName,
        ["last_name"] = LastName,
        ["document_type"] = DocumentType,
        ["document_number"] = DocumentNumber,
        ["date_of_birth"] = DateOfBirth,
    };
}
