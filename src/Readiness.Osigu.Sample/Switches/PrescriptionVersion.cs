namespace Readiness.Osigu.Sample.Switches;

/// <summary>Turns the issuing of a prescription to another version of the API.</summary>
internal static class PrescriptionVersion
{
    /// <returns><c>false</c> for any other call.</returns>
    public static bool MakeItOnePointOne(HttpRequestMessage request) => MakeIt(request, "v1.1");

    /// <param name="version">Such as <c>v2</c>.</param>
    /// <returns><c>false</c> for any other call.</returns>
    public static bool MakeIt(HttpRequestMessage request, string version)
    {
        var address = request.RequestUri!.ToString();
        if (request.Method != HttpMethod.Post || !address.EndsWith("/ehr/v1/prescriptions", StringComparison.Ordinal))
        {
            return address.EndsWith($"/ehr/{version}/prescriptions", StringComparison.Ordinal);
        }

        request.RequestUri = new Uri(address.Replace("/ehr/v1/", $"/ehr/{version}/", StringComparison.Ordinal));
        return true;
    }
}
