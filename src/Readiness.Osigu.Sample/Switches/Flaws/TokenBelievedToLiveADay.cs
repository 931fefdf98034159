using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Tokens;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Takes every token to live a day, as an older portal says, and believes that rather than a refusal: only the third one takes the token away.</summary>
internal sealed class TokenBelievedToLiveADay : ISwitch
{
    public void Install(IServiceCollection services)
    {
        services.Wrap<ITokenIssuer>((inner, _) => new ADay(inner));
        new RetriesWithTheDeadToken().Install(services);
    }

    private sealed class ADay(ITokenIssuer inner) : ITokenIssuer
    {
        public async Task<AccessToken> IssueAsync(CancellationToken cancel) => await inner.IssueAsync(cancel) with { Lifetime = TimeSpan.FromHours(24) };
    }
}
