namespace Readiness.Osigu.Sample.Storage;

/// <summary>By which search an id was found.</summary>
internal sealed record SearchKey(string SponsorSlug, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// Ids of beneficiaries, with the search that found each. An id is a shortcut and never the only knowledge: the provider may
/// forget it, and then the search brings the new one.
/// </summary>
internal sealed class BeneficiaryBook(ClinicDatabase database)
{
    public void Save(SearchKey key, string beneficiaryId)
    {
        using var connection = database.Open();
        connection.Run(
            """
            INSERT INTO beneficiaries VALUES ($sponsor, $fields, $id)
            ON CONFLICT (sponsor_slug, fields) DO UPDATE SET beneficiary_id = excluded.beneficiary_id
            """,
            ("$sponsor", key.SponsorSlug), ("$fields", Text(key)), ("$id", beneficiaryId));
    }

    public string? Find(SearchKey key)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT beneficiary_id FROM beneficiaries WHERE sponsor_slug = $sponsor AND fields = $fields",
            row => row.GetString(0),
            ("$sponsor", key.SponsorSlug), ("$fields", Text(key)));
    }

    /// <summary>The search that found this id, so that it can be repeated.</summary>
    public SearchKey? KeyOf(string beneficiaryId)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT sponsor_slug, fields FROM beneficiaries WHERE beneficiary_id = $id",
            row => new SearchKey(row.GetString(0), Fields(row.GetString(1))),
            ("$id", beneficiaryId));
    }

    public void Forget(SearchKey key)
    {
        using var connection = database.Open();
        connection.Run(
            "DELETE FROM beneficiaries WHERE sponsor_slug = $sponsor AND fields = $fields",
            ("$sponsor", key.SponsorSlug), ("$fields", Text(key)));
    }

    public void ForgetAll()
    {
        using var connection = database.Open();
        connection.Run("DELETE FROM beneficiaries");
    }

    private static string Text(SearchKey key) =>
        System.Text.Json.JsonSerializer.Serialize(new SortedDictionary<string, string>(key.Fields.ToDictionary(), StringComparer.Ordinal));

    private static Dictionary<string, string> Fields(string text) =>
        System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];
}
