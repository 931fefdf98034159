namespace Readiness.Osigu.Sample.Settings;

/// <summary>The doctor under whose licence the clinic completes a claim when the clerk names no other.</summary>
internal sealed record AttendingDoctor
{
    public string DoctorMedicalLicenseNumber { get; init; } = "MP-20417";

    /// <value>ISO 3166-1 alpha-2.</value>
    public string DoctorCountryCode { get; init; } = "DO";

    public string DoctorSpecialtyName { get; init; } = "General medicine";

    public string DoctorName { get; init; } = "Dr. Ana Sample";
}
