using Readiness.Configuration;
using Readiness.Sandbox.Certificates;

namespace Readiness.Running;

/// <summary>The certificate authority of a run whose sandbox speaks https, and the files by which an integration comes to trust it.</summary>
public sealed class SandboxTrust : IDisposable
{
    /// <summary>Adds to what Node.js trusts anyway, so that setting it does no harm. Other languages know only variables that replace, which are the partner's to set.</summary>
    private const string NodeVariable = "NODE_EXTRA_CA_CERTS";

    private readonly DirectoryInfo? temporary;

    private SandboxTrust(RunAuthority authority, TrustFiles files, DirectoryInfo? temporary) => (Authority, Files, this.temporary) = (authority, files, temporary);

    /// <summary>Issues the certificates of this run's sandboxes.</summary>
    public RunAuthority Authority { get; }

    public TrustFiles Files { get; }

    /// <summary>What stands for <c>{ca.file}</c>, <c>{ca.bundle}</c> and <c>{ca.trustStore}</c>.</summary>
    public IReadOnlyDictionary<string, string> Templates => new Dictionary<string, string>
    {
        ["ca.file"] = Files.Authority,
        ["ca.bundle"] = Files.Bundle,
        ["ca.trustStore"] = Files.TrustStore,
    };

    /// <summary>What a launched integration is told beside its own configuration, unless that or the harness's surroundings tell it themselves.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { [NodeVariable] = Files.Authority };

    /// <summary>Makes the authority and writes the files; null where the sandbox speaks http.</summary>
    /// <param name="folder">Where the files go unless the configuration names a folder; null for a temporary one, which goes with this.</param>
    /// <exception cref="EnvironmentFaultException">They cannot be written.</exception>
    public static SandboxTrust? Of(SandboxSettings sandbox, string? folder, TimeProvider clock)
    {
        if (sandbox.Listen.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        var temporary = sandbox.AuthorityDirectory is null && folder is null ? Directory.CreateTempSubdirectory("readiness-trust-") : null;
        var chosen = sandbox.AuthorityDirectory ?? folder ?? temporary!.FullName;
        var authority = new RunAuthority(clock);
        try
        {
            return new SandboxTrust(authority, TrustFiles.Write(chosen, authority.Certificate), temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            authority.Dispose();
            throw new EnvironmentFaultException("the sandbox's certificate authority", $"{chosen} cannot be written: {fault.Message}", "make room, or name another folder in sandbox.caDirectory");
        }
    }

    public void Dispose()
    {
        Authority.Dispose();
        if (temporary?.Exists == true)
        {
            temporary.Delete(recursive: true);
        }
    }
}
