using Readiness.Configuration;
using Readiness.Drivers.Attach;
using Readiness.Drivers.Launch;

namespace Readiness.Running.Reaching;

/// <summary>The files from which a running integration reads its credentials, and what stood in them before the run.</summary>
internal sealed class CredentialFiles : IDisposable
{
    private readonly Dictionary<string, CredentialFile> files;

    public CredentialFiles(IReadOnlyDictionary<string, CredentialReference> references)
    {
        files = references.Where(one => one.Value.File is not null).ToDictionary(one => one.Key, one => new CredentialFile(one.Value.File!));

        // Two interruptions end the process at once; what it changed is put back even then.
        AppDomain.CurrentDomain.ProcessExit += AtTheEnd;
    }

    /// <summary>Writes the credentials that have a file.</summary>
    /// <exception cref="LaunchException">One cannot be written.</exception>
    public void Write(IReadOnlyDictionary<string, string> credentials)
    {
        foreach (var (name, file) in files)
        {
            try
            {
                file.Write(credentials[name]);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new LaunchException(
                    $"the new {name} cannot be written into the file that integration.credentials.{name} names: {fault.Message}",
                    "let this user write the file, and a copy beside it, or leave secrets.rotation out");
            }
        }
    }

    /// <summary>Puts back what stood in them.</summary>
    /// <returns>What could not be put back, in words; empty where everything was.</returns>
    public IReadOnlyList<string> PutBack()
    {
        List<string> problems = [];
        foreach (var (name, file) in files)
        {
            try
            {
                file.PutBack();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                problems.Add($"{name}: {fault.Message}");
            }
        }

        return problems;
    }

    public void Dispose() => AppDomain.CurrentDomain.ProcessExit -= AtTheEnd;

    private void AtTheEnd(object? sender, EventArgs arguments) => PutBack();
}
