using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Dispensing;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Sends a password with every key that is pressed in the field for it.</summary>
internal sealed class OtpPerKeyPress : ISwitch
{
    private const int Keys = 6;

    public void Install(IServiceCollection services) => services.Wrap<IOtpApi>((inner, _) => new EveryKey(inner));

    private sealed class EveryKey(IOtpApi inner) : IOtpApi
    {
        public async Task<SentPassword> SendAsync(string beneficiaryId, string sponsor, CancellationToken cancel)
        {
            for (var key = 1; key < Keys; key++)
            {
                await inner.SendAsync(beneficiaryId, sponsor, cancel);
            }

            return await inner.SendAsync(beneficiaryId, sponsor, cancel);
        }

        public Task<string> ValidateAsync(string otpId, string code, CancellationToken cancel) => inner.ValidateAsync(otpId, code, cancel);

        public Task<string> ReadAsync(string beneficiaryId, string sponsor, string sample, CancellationToken cancel) =>
            inner.ReadAsync(beneficiaryId, sponsor, sample, cancel);
    }
}
