using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Waits as many milliseconds as the provider asks for seconds.</summary>
internal sealed class RetryAfterReadAsMilliseconds : ISwitch
{
    public void Install(IServiceCollection services) => services.ChangeRetries(rules => rules with { WaitFor = asked => asked / 1000 });
}
