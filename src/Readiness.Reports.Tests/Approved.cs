using System.Runtime.CompilerServices;
using System.Text;

namespace Readiness.Reports.Tests;

/// <summary>Compares what was made with a committed file that a person has read.</summary>
internal static class Approved
{
    /// <summary>Where an approved file stands in the source tree.</summary>
    public static string PathOf(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Approved", name);

    /// <summary>Fails with both texts where they differ, and leaves what was made beside the approved file as <c>*.received</c>.</summary>
    public static void ShouldBeApproved(this byte[] made, string name)
    {
        var text = Encoding.UTF8.GetString(made);
        if (!IsApproved(made, name))
        {
            text.ShouldBe(File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : "", $"read {PathOf(name)}.received and, if you like it, put it in the place of {name}");
        }
    }

    /// <summary>True where the file is as approved; leaves it as <c>*.received</c> where it is not.</summary>
    public static bool IsApproved(byte[] made, string name)
    {
        var path = PathOf(name);
        if (File.Exists(path) && made.AsSpan().SequenceEqual(File.ReadAllBytes(path)))
        {
            File.Delete($"{path}.received");
            return true;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes($"{path}.received", made);
        return false;
    }
}
