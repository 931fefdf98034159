using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Repository;
using Readiness.Osigu.Sample.Settings;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Keeps the client secret as a constant in code.</summary>
internal sealed class SecretInTheSource : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISourceTree>((tree, all) =>
    {
        var file = SourceFile.Of("Settings/Osigu.cs", $"public const string ClientSecret = \"{all.GetRequiredService<ISecrets>().ClientSecret}\";\n");
        return new OtherSourceTree { Commits = [.. tree.Commits.Take(tree.Commits.Count - 1), [.. tree.Commits[^1], file]], Built = tree.Built };
    });
}
