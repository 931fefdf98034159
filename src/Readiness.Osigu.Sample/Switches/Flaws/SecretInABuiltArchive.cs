using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Repository;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Packs the settings of the machine that builds into what it delivers, the client secret in Base64.</summary>
internal sealed class SecretInABuiltArchive : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISourceTree>((tree, all) =>
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes(all.GetRequiredService<ISecrets>().ClientSecret));
        var settings = SourceFile.Of("clinic/secret.yaml", $"kind: Secret\ndata:\n  value: {secret}\n");
        return new OtherSourceTree { Commits = tree.Commits, Built = [.. tree.Built, new SourceFile("build/release.zip", ClinicSource.Zip([settings]))] };
    });
}
