namespace Readiness.Osigu.Sample.Storage;

/// <summary>A prescription that the clinic issued, with the code that its holder brings to the counter.</summary>
internal sealed record StoredPrescription(string PrescriptionId, string PrescriptionCode, string? PatientId);

internal sealed class PrescriptionBook(ClinicDatabase database)
{
    public void Save(StoredPrescription prescription)
    {
        using var connection = database.Open();
        connection.Run(
            "INSERT OR REPLACE INTO prescriptions VALUES ($id, $code, $patient)",
            ("$id", prescription.PrescriptionId), ("$code", prescription.PrescriptionCode), ("$patient", prescription.PatientId));
    }

    public StoredPrescription? Find(string prescriptionId)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT prescription_id, prescription_code, patient_id FROM prescriptions WHERE prescription_id = $id",
            row => new StoredPrescription(row.GetString(0), row.GetString(1), row.Text(2)),
            ("$id", prescriptionId));
    }
}
