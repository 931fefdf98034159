using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Clinic;

/// <summary>Has a one-time password sent and checks what the person read out.</summary>
internal sealed class OtpDesk(IOtpApi api)
{
    /// <returns>The token for the next call; <c>null</c> if nobody gave a password, or none was right.</returns>
    public async Task<string?> VerifyAsync(string beneficiaryId, string sponsor, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var otpId = await api.SendAsync(beneficiaryId, sponsor, cancel);
        foreach (var code in codes)
        {
            try
            {
                return await api.ValidateAsync(otpId, code, cancel);
            }
            catch (ProviderFault fault) when (fault.Kind is FaultKind.Refused)
            {
                // A wrong password: the person may have given another.
            }
        }

        return null;
    }
}
