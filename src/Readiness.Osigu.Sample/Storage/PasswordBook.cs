namespace Readiness.Osigu.Sample.Storage;

/// <summary>One-time passwords that were sent and not answered yet, by what they were sent for. A person may take minutes, and the clinic may restart meanwhile.</summary>
internal interface IPasswordBook
{
    void Save(string subject, string otpId, DateTimeOffset expiresAt);

    /// <returns>The password that still holds; <c>null</c> if none was sent, or the last one is too old.</returns>
    string? Find(string subject, DateTimeOffset now);

    void Forget(string subject);
}

internal sealed class PasswordBook(ClinicDatabase database) : IPasswordBook
{
    public void Save(string subject, string otpId, DateTimeOffset expiresAt)
    {
        using var connection = database.Open();
        connection.Run(
            "INSERT OR REPLACE INTO passwords VALUES ($subject, $id, $until)",
            ("$subject", subject), ("$id", otpId), ("$until", expiresAt.ToUnixTimeMilliseconds()));
    }

    public string? Find(string subject, DateTimeOffset now)
    {
        using var connection = database.Open();
        return connection.First(
            "SELECT otp_id FROM passwords WHERE subject = $subject AND expires_at > $now",
            row => row.GetString(0),
            ("$subject", subject), ("$now", now.ToUnixTimeMilliseconds()));
    }

    public void Forget(string subject)
    {
        using var connection = database.Open();
        connection.Run("DELETE FROM passwords WHERE subject = $subject", ("$subject", subject));
    }
}
