namespace Readiness.Osigu.Sample.Storage;

internal sealed record StoredClaim(string ClaimId, string SponsorSlug, string Status);

/// <summary>Claims that the clinic submitted: whose they are, and whether they are completed.</summary>
internal sealed class ClaimBook(ClinicDatabase database)
{
    public void Save(StoredClaim claim)
    {
        using var connection = database.Open();
        connection.Run(
            "INSERT OR REPLACE INTO claims VALUES ($id, $sponsor, $status)",
            ("$id", claim.ClaimId), ("$sponsor", claim.SponsorSlug), ("$status", claim.Status));
    }

    public StoredClaim? Find(string claimId)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT claim_id, sponsor_slug, status FROM claims WHERE claim_id = $id",
            row => new StoredClaim(row.GetString(0), row.GetString(1), row.GetString(2)),
            ("$id", claimId));
    }
}
