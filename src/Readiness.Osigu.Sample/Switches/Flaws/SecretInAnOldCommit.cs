using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Repository;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Once had the webhook secret in a file, and took it out with the next commit.</summary>
internal sealed class SecretInAnOldCommit : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISourceTree>((tree, all) =>
    {
        var file = SourceFile.Of("deploy/values.yaml", $"osigu:\n  webhookSecret: {all.GetRequiredService<ISecrets>().WebhookSecrets[0]}\n");
        return new OtherSourceTree { Commits = [[.. tree.Commits[0], file], .. tree.Commits.Skip(1)], Built = tree.Built };
    });
}
