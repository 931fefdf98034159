using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Readiness.Secrets.Sources;

/// <summary>Starts git so that it reads one repository, changes nothing, asks nobody, and runs nothing that the repository's own configuration names.</summary>
internal sealed class GitProgram(string name)
{
    // The owner of a mounted checkout is often another user; signatures, filters and pagers are programs that a repository can name.
    private static readonly string[] Always =
        ["--no-pager", "--no-replace-objects", "-c", "safe.directory=*", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "protocol.allow=never"];

    /// <summary>The repository that a folder lies in.</summary>
    /// <exception cref="GitException">There is no git, or it does not take this for a repository.</exception>
    public async Task<GitRepository> Repository(string folder, CancellationToken cancellation)
    {
        using var git = Start(folder, "rev-parse", "--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir", "--git-common-dir");
        var lines = (await git.All(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines is not [var bare, var shallow, var own, var common])
        {
            throw new GitException("git does not tell where its repository is");
        }

        common = Path.GetFullPath(common, folder);
        var (top, prefix) = bare == "true" ? (own, "") : await Top(folder, cancellation);
        return new GitRepository(folder, top, prefix, common, shallow == "true");
    }

    /// <summary>Starts one command of git.</summary>
    /// <exception cref="GitException">There is no git.</exception>
    public GitProcess Start(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, [.. Always, "-C", folder, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardInputEncoding = new UTF8Encoding(false),
        };
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
        {
            // A hook of git sets them for its own repository.
            start.Environment.Remove(variable);
        }

        (start.Environment["GIT_TERMINAL_PROMPT"], start.Environment["GIT_NO_LAZY_FETCH"], start.Environment["GIT_OPTIONAL_LOCKS"], start.Environment["LC_ALL"]) = ("0", "1", "0", "C");
        try
        {
            return new GitProcess(Process.Start(start)!);
        }
        catch (Win32Exception fault)
        {
            throw new GitException($"the program {name} cannot be started ({fault.Message}); install it, or leave the history out on purpose", fault);
        }
    }

    private async Task<(string Top, string Prefix)> Top(string folder, CancellationToken cancellation)
    {
        using var git = Start(folder, "rev-parse", "--show-toplevel", "--show-prefix");
        var lines = (await git.All(cancellation)).Split('\n');
        return (Path.GetFullPath(lines[0].TrimEnd('\r')), lines.Length > 1 ? lines[1].TrimEnd('\r') : "");
    }
}
