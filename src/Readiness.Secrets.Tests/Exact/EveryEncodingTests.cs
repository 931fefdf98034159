using Readiness.Secrets.Tests.Places;

namespace Readiness.Secrets.Tests.Exact;

/// <summary>A known secret is found wherever it lies, in every encoding and container. The numbers are drawn by chance from a fixed seed.</summary>
public sealed class EveryEncodingTests
{
    /// <summary>The length of the middle of a window; a secret that begins just before a multiple of it lies in two windows.</summary>
    private const int Window = 1 << 18;

    private static readonly string[] Containers = ["plain", "zip", "zip in zip", "tar.gz", "jar in tar.gz", "old commit", "packed commit", "zip in an old commit", "only a tag", "stash"];

    public static IEnumerable<TestCaseData> Cases() => Encodings.Names.Select((name, index) => new TestCaseData(name, index) { TestName = $"Found across windows: {name}" });

    [TestCaseSource(nameof(Cases))]
    public async Task A_secret_that_lies_across_two_windows_is_found(string encoding, int seed)
    {
        var random = new Random(seed);
        using var ground = new Ground();
        var secret = Secret(random);
        foreach (var boundary in (int[])[1, 2, 3])
        {
            var written = Encodings.Write(encoding, "client", secret, random);
            for (var part = 0; part <= 8; part++)
            {
                var at = (Window * boundary) + (boundary == 1 ? 0 : random.Next(-2, 3)) - (written.Length * part / 8);
                ground.Write($"{boundary}-{part}.bin", Inside(written, at, at + written.Length + random.Next(3 * Window), random));
            }
        }

        var report = await ground.Scan(new KnownSecret("client.secret", secret, "client"));

        report.Findings.ShouldHaveSingleItem().PlaceCount.ShouldBe(27);
    }

    [Test]
    public async Task A_secret_is_found_in_every_container_and_encoding([ValueSource(nameof(Containers))] string container)
    {
        var random = new Random(container.Length);
        using var ground = new Ground();
        List<KnownSecret> secrets = [];
        ground.Git("init", "--quiet");
        foreach (var encoding in Encodings.Names)
        {
            var secret = new KnownSecret(encoding, Secret(random), "client");
            secrets.Add(secret);
            var content = Inside(Encodings.Write(encoding, "client", secret.Value, random), random.Next(2 * Window), 2 * Window + random.Next(Window), random);
            Hide(ground, container, $"{encoding.Replace(' ', '-')}.bin", content);
        }

        End(ground, container);

        var report = await ground.Scan([.. secrets]);

        report.Findings.Select(finding => finding.Secret).ShouldBe(Encodings.Names, ignoreOrder: true);
        report.Coverage.IsComplete.ShouldBeTrue(string.Join('\n', report.Coverage.Unread));
    }

    private static void Hide(Ground ground, string container, string name, byte[] content)
    {
        switch (container)
        {
            case "zip":
                ground.Write($"{name}.zip", Ground.Zip(name, content));
                break;
            case "zip in zip":
                ground.Write($"{name}.jar", Ground.Zip($"{name}.zip", Ground.Zip(name, content)));
                break;
            case "tar.gz":
                ground.Write($"{name}.tgz", Ground.Gzip(Ground.Tar(name, content)));
                break;
            case "jar in tar.gz":
                ground.Write($"{name}.tar.gz", Ground.Gzip(Ground.Tar($"{name}.jar", Ground.Zip(name, content))));
                break;
            case "zip in an old commit":
                ground.Write($"{name}.zip", Ground.Zip(name, content));
                break;
            default:
                ground.Write(name, content);
                break;
        }
    }

    private static void End(Ground ground, string container)
    {
        switch (container)
        {
            case "old commit" or "zip in an old commit" or "packed commit":
                ground.Commit();
                Clear(ground);
                ground.Commit();
                if (container == "packed commit")
                {
                    ground.Git("gc", "--quiet", "--prune=now");
                    ground.Git("pack-refs", "--all");
                }

                break;
            case "only a tag":
                ground.Write("other", "nothing");
                ground.Commit();
                ground.Git("tag", "--annotate", "--message", "kept", "kept");
                Clear(ground);
                ground.Git("checkout", "--quiet", "--orphan", "fresh");
                ground.Commit();
                ground.Git("branch", "--quiet", "--delete", "--force", "main");
                break;
            case "stash":
                var names = Directory.GetFiles(ground.Folder);
                var contents = names.Select(File.ReadAllBytes).ToArray();
                Clear(ground);
                ground.Commit();
                for (var index = 0; index < names.Length; index++)
                {
                    File.WriteAllBytes(names[index], contents[index]);
                }

                ground.Git("stash", "push", "--quiet", "--include-untracked");
                break;
            default:
                break;
        }
    }

    private static void Clear(Ground ground)
    {
        foreach (var file in Directory.GetFiles(ground.Folder))
        {
            File.Delete(file);
        }
    }

    private static string Secret(Random random) => $"{new string(random.GetItems("abcdefXYZ0189_".AsSpan(), random.Next(12, 40)))}+/é=~{random.Next(10)}";

    private static byte[] Inside(byte[] written, int at, int length, Random random)
    {
        var content = new byte[Math.Max(length, at + written.Length)];
        random.NextBytes(content);
        // Neighbours that no encoding of the secret goes on with.
        content.AsSpan(Math.Max(0, at - 2), Math.Min(2, at)).Fill((byte)'\n');
        written.CopyTo(content, at);
        content.AsSpan(at + written.Length, Math.Min(2, content.Length - at - written.Length)).Fill((byte)'\n');
        return content;
    }
}
