using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Readiness.Osigu.Sample.Repository;

/// <summary>Writes a git repository without git: loose objects as "Git Internals - Git Objects" describes them. A machine without git can make one too, and it costs no process.</summary>
internal sealed class GitObjects(string folder)
{
    private const string Author = "Sample clinic <clinic@example.org> 1767225600 +0000";

    /// <summary>Writes the commits, each on top of the one before.</summary>
    public void Write(IReadOnlyList<IReadOnlyList<SourceFile>> commits)
    {
        string? parent = null;
        foreach (var files in commits)
        {
            var text = $"tree {Tree(files)}\n{(parent is null ? "" : $"parent {parent}\n")}author {Author}\ncommitter {Author}\n\nClinic\n";
            parent = Add("commit", Encoding.UTF8.GetBytes(text));
        }

        File.WriteAllText(Path.Combine(folder, "config"), "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n");
        File.WriteAllText(Path.Combine(folder, "HEAD"), "ref: refs/heads/main\n");
        Directory.CreateDirectory(Path.Combine(folder, "refs", "heads"));
        File.WriteAllText(Path.Combine(folder, "refs", "heads", "main"), parent + "\n");
    }

    private string Tree(IReadOnlyList<SourceFile> files)
    {
        // Git sorts a folder as if its name ended in a slash.
        var entries = files.GroupBy(file => file.Path.Split('/')[0]).Select(Entry).OrderBy(entry => entry.Order, StringComparer.Ordinal);
        using var content = new MemoryStream();
        foreach (var entry in entries)
        {
            content.Write(Encoding.UTF8.GetBytes($"{entry.Mode} {entry.Name}\0"));
            content.Write(Convert.FromHexString(entry.Id));
        }

        return Add("tree", content.ToArray());
    }

    private (string Order, string Mode, string Name, string Id) Entry(IGrouping<string, SourceFile> named)
    {
        SourceFile[] files = [.. named];
        return files is [var only] && only.Path == named.Key
            ? (named.Key, "100644", named.Key, Add("blob", only.Content))
            : (named.Key + "/", "40000", named.Key, Tree([.. files.Select(file => file with { Path = file.Path[(named.Key.Length + 1)..] })]));
    }

    private string Add(string kind, byte[] content)
    {
        byte[] whole = [.. Encoding.ASCII.GetBytes($"{kind} {content.Length}\0"), .. content];
#pragma warning disable CA5350 // Git names its objects so; nothing rests on it.
        var id = Convert.ToHexStringLower(SHA1.HashData(whole));
#pragma warning restore CA5350
        var path = Path.Combine(folder, "objects", id[..2], id[2..]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new ZLibStream(File.Create(path), CompressionLevel.Fastest);
        file.Write(whole);
        return id;
    }
}
