using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Gives up at a 429 of the token endpoint that names a time to come back, and shows an empty message.</summary>
internal sealed class BusyTokenEndpointEndsWithoutAWord : ISwitch
{
    private const string ComeBackLater = "come-back-later";

    public void Install(IServiceCollection services)
    {
        services.Swap<ITokenIssuer, OneAttempt>();
        services.WrapOperation(SearchBeneficiary.Name, (inner, _) => new AroundOperation(async (input, cancel) =>
        {
            try
            {
                return await inner.RunAsync(input, cancel);
            }
            catch (ProviderFault fault) when (fault.Code == ComeBackLater)
            {
                return Outcome.Failure("", OutcomeError.Of(fault));
            }
        }));
    }

    private sealed class OneAttempt(ITokenExchange exchange, TimeProvider time) : ITokenIssuer
    {
        private static readonly TimeSpan WhenNotTold = TimeSpan.FromSeconds(6);

        private DateTimeOffset closedUntil = DateTimeOffset.MinValue;
        private bool told;

        public async Task<AccessToken> IssueAsync(CancellationToken cancel)
        {
            if (time.GetUtcNow() >= closedUntil)
            {
                switch (await exchange.AskAsync(cancel))
                {
                    case TokenAnswer.Granted granted:
                        return granted.Token;
                    case TokenAnswer.Limited limited:
                        told = limited.RetryAfter is not null;
                        closedUntil = time.GetUtcNow() + (limited.RetryAfter ?? WhenNotTold);
                        break;
                    default:
                        throw new ProviderFault(FaultKind.Outage, null, null, "the token endpoint did not grant a token");
                }
            }

            throw new ProviderFault(FaultKind.Busy, 429, told ? ComeBackLater : null, "the token endpoint asked this clinic to wait");
        }
    }
}
