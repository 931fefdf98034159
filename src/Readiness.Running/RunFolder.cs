using System.Globalization;

namespace Readiness.Running;

/// <summary>The folder of one run below the reports folder, and its private folders outside of it.</summary>
public sealed class RunFolder
{
    private RunFolder(string reports, string id, string scratch)
    {
        Id = id;
        Path = System.IO.Path.Combine(reports, id);
        Reports = reports;
        Secrets = System.IO.Path.Combine(scratch, "secrets");
        State = System.IO.Path.Combine(scratch, "state");
        ProductionSecrets = System.IO.Path.Combine(scratch, "production-secrets");
        ProductionState = System.IO.Path.Combine(scratch, "production-state");
        Trust = System.IO.Path.Combine(scratch, "trust");
        Scratch = scratch;
    }

    /// <summary>The run's name.</summary>
    public string Id { get; }

    /// <summary>Where the reports go.</summary>
    public string Path { get; }

    /// <summary>Files with this run's credentials, readable by this user only.</summary>
    public string Secrets { get; }

    /// <summary>The integration's own data; kept over its restarts within the run.</summary>
    public string State { get; }

    /// <summary>As <see cref="Secrets"/>, for the environment that plays production.</summary>
    public string ProductionSecrets { get; }

    /// <summary>As <see cref="State"/>, for the integration in the environment that plays production.</summary>
    public string ProductionState { get; }

    /// <summary>The certificates by which the integration trusts the sandbox, where that speaks https; made when they are written.</summary>
    public string Trust { get; }

    public string Journal => System.IO.Path.Combine(Path, "journal.ndjson");

    /// <summary>What people brought to support their statements.</summary>
    public string Evidence => System.IO.Path.Combine(Path, "evidence");

    public string Output => System.IO.Path.Combine(Path, "integration-output.txt");

    /// <summary>What the command that restarts a running integration wrote.</summary>
    public string RestartOutput => System.IO.Path.Combine(Path, "restart-output.txt");

    /// <summary>What the integration wrote where it ran against production.</summary>
    public string ProductionOutput => System.IO.Path.Combine(Path, "production-output.txt");

    /// <summary>Private to the harness; removed at the end of the run.</summary>
    public string Scratch { get; }

    private string Reports { get; }

    /// <summary>Creates the folders of a new run.</summary>
    /// <exception cref="IOException">They cannot be created.</exception>
    public static RunFolder Create(string reports, string profile, DateTimeOffset now)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd'T'HH-mm-ss'Z'}-{profile}");
        for (var attempt = 1; ; attempt++)
        {
            var id = attempt == 1 ? name : $"{name}-{attempt}";
            if (!TryClaim(System.IO.Path.Combine(reports, id)))
            {
                continue;
            }

            var folder = new RunFolder(reports, id, Directory.CreateTempSubdirectory("readiness-").FullName);
            CreatePrivate(folder.Secrets);
            CreatePrivate(folder.State);
            return folder;
        }
    }

    /// <summary>Writes this run's credentials, one file each, for the integration alone. A file that is there already is replaced in one go: whoever reads it sees the old value or the new one.</summary>
    public void WriteSecrets(IReadOnlyDictionary<string, string> credentials) => Write(credentials, Secrets);

    /// <summary>Makes the private folders of the environment that plays production, with its credentials.</summary>
    public void OpenProduction(IReadOnlyDictionary<string, string> credentials)
    {
        CreatePrivate(ProductionSecrets);
        CreatePrivate(ProductionState);
        Write(credentials, ProductionSecrets);
    }

    private void Write(IReadOnlyDictionary<string, string> credentials, string folder)
    {
        foreach (var (name, value) in credentials)
        {
            var path = System.IO.Path.Combine(folder, name.Replace('.', '_'));
            if (File.Exists(path) && File.ReadAllText(path) == value)
            {
                continue;
            }

            // Beside the folder and not in it, for whoever watches the folder.
            var fresh = System.IO.Path.Combine(Scratch, System.IO.Path.GetFileName(path));
            File.WriteAllText(fresh, value);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(fresh, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.Move(fresh, path, overwrite: true);
        }
    }

    /// <summary>Makes this the newest run, by a text file that every system can read.</summary>
    public void PointLatestHere() => File.WriteAllText(System.IO.Path.Combine(Reports, "latest"), Id + "\n");

    /// <summary>Removes the credentials and the integration's data.</summary>
    public void RemoveScratch()
    {
        try
        {
            Directory.Delete(Scratch, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody cleared the temporary folder before.
        }
        catch (IOException)
        {
            // A file is still being written; the system clears its temporary folder in time.
        }
    }

    // Two runs in the same second must not share a folder, so the claim is a file that only one of them can create.
    private static bool TryClaim(string path)
    {
        Directory.CreateDirectory(path);
        try
        {
            using var claim = new FileStream(System.IO.Path.Combine(path, ".claimed"), FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(System.IO.Path.Combine(path, ".claimed")))
        {
            return false;
        }
    }

    private static void CreatePrivate(string path)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
