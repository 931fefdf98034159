using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Repository;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Has the address of its database in the source, with the password in it.</summary>
internal sealed class DatabasePasswordInTheSource : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<ISourceTree>((tree, _) =>
    {
        // Made up here: a password in this source would be what the switch is about.
        var password = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var file = SourceFile.Of("deploy/production.yaml", $"database: postgres://clinic:{password}@db.clinic.internal:5432/clinic\n");
        return new OtherSourceTree { Commits = [.. tree.Commits.Take(tree.Commits.Count - 1), [.. tree.Commits[^1], file]], Built = tree.Built };
    });
}
