namespace Readiness.Osigu.Sample.Storage;

/// <summary>Dispensations that were started and wait for the person to be verified: the same one is continued, and not another one started.</summary>
internal sealed class OpenDispensationBook(ClinicDatabase database)
{
    public void Save(string code, string dispensationId)
    {
        using var connection = database.Open();
        connection.Run("INSERT OR REPLACE INTO open_dispensations VALUES ($code, $id)", ("$code", code), ("$id", dispensationId));
    }

    public string? Find(string code)
    {
        using var connection = database.Open();
        return connection.First("SELECT dispensation_id FROM open_dispensations WHERE code = $code", row => row.GetString(0), ("$code", code));
    }

    public void Forget(string code)
    {
        using var connection = database.Open();
        connection.Run("DELETE FROM open_dispensations WHERE code = $code", ("$code", code));
    }
}
