namespace Readiness.Osigu.Sample.Switches;

/// <summary>Turns the issuing of a prescription to version 1.1 of the API.</summary>
internal static class PrescriptionVersion
{
    /// <returns><c>false</c> for any other call.</returns>
    public static bool MakeItOnePointOne(HttpRequestMessage request)
    {
        var address = request.RequestUri!.ToString();
        if (request.Method != HttpMethod.Post || !address.EndsWith("/ehr/v1/prescriptions", StringComparison.Ordinal))
        {
            return address.EndsWith("/ehr/v1.1/prescriptions", StringComparison.Ordinal);
        }

        request.RequestUri = new Uri(address.Replace("/ehr/v1/", "/ehr/v1.1/", StringComparison.Ordinal));
        return true;
    }
}
