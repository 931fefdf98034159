using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Every second token is asked for by a worker that read the client secret when it was started.</summary>
internal sealed class OneWorkerKeepsTheOldSecret : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISecrets>((secrets, _) =>
    {
        var first = secrets.ClientSecret;
        var asked = 0;
        return new OtherSecrets(secrets) { Client = () => Interlocked.Increment(ref asked) % 2 == 0 ? first : secrets.ClientSecret };
    });
}
