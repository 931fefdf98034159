using System.Text;

namespace Readiness.Drivers.Attach;

/// <summary>
/// A file from which a running integration reads a credential. A new value is written into the file as it is: a file that is mounted by itself into
/// a container keeps its place, its owner and its rights. What stood in it is put back in every case.
/// </summary>
/// <remarks>A copy beside it, readable by this user only, outlives a run that is killed; the next run puts it back.</remarks>
public sealed class CredentialFile
{
    private readonly string path;
    private readonly string copy;
    private readonly byte[] before;
    private byte[] current;
    private bool changed;

    /// <exception cref="IOException">It cannot be read.</exception>
    public CredentialFile(string path)
    {
        this.path = path;
        copy = CopyOf(path);
        before = current = File.ReadAllBytes(path);
    }

    /// <summary>Puts back what a killed run left changed.</summary>
    /// <returns>True where there was something to put back.</returns>
    /// <exception cref="IOException">It cannot be put back.</exception>
    public static bool PutBackLeftover(string path)
    {
        var copy = CopyOf(path);
        if (!File.Exists(copy))
        {
            return false;
        }

        Overwrite(path, File.ReadAllBytes(copy));
        File.Delete(copy);
        return true;
    }

    /// <summary>Writes another credential into it, with the line end that the file has.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string credential)
    {
        var text = Encoding.UTF8.GetString(before);
        var next = Encoding.UTF8.GetBytes(credential + (text.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : text.EndsWith('\n') ? "\n" : ""));
        if (next.AsSpan().SequenceEqual(current))
        {
            return;
        }

        if (!changed)
        {
            KeepCopy();
            changed = true;
        }

        Overwrite(path, next);
        current = next;
    }

    /// <summary>Puts back what stood in it before the run.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void PutBack()
    {
        if (changed)
        {
            Overwrite(path, before);
            File.Delete(copy);
            current = before;
            changed = false;
        }
    }

    private static string CopyOf(string path) => path + ".before-readiness";

    private void KeepCopy()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(copy, options);
        file.Write(before);
    }

    private static void Overwrite(string path, byte[] content)
    {
        // In one write, and cut afterwards: whoever reads in between sees no empty file.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(content);
        file.SetLength(content.Length);
    }
}
