namespace Readiness.Sealing.Tests;

/// <summary>One byte of one file is changed, and it is packed again: the file is named, whichever it is and whichever byte.</summary>
public sealed class ChangedByteTests
{
    private const int Trials = 12;

    private readonly SealedRun run = new();
    private byte[] package = [];

    [OneTimeSetUp]
    public async Task Seal()
    {
        await run.Seal();
        package = run.Package;
    }

    [OneTimeTearDown]
    public void Clean() => run.Dispose();

    [Test]
    public void In_every_file_at_its_ends_and_at_random_places([Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        foreach (var name in SealedRun.Unpack(package).Keys)
        {
            Names(name, Trials, random);
        }
    }

    [Test]
    public void In_the_seal_at_many_places() => Names("seal.json", 600, new Random(4));

    [Test]
    public void In_the_salts_at_every_place()
    {
        var length = SealedRun.Unpack(package)["journal.salts"].Length;

        Enumerable.Range(0, length).Where(at => !IsNamed("journal.salts", at, 1)).ShouldBeEmpty();
    }

    [Test]
    public void In_the_archive_itself()
    {
        var files = SealedRun.Unpack(package);
        var directory = package.AsSpan().LastIndexOf("PK\x05\x06"u8) - 600;
        int[] places = [.. Enumerable.Range(0, directory / 17).Select(index => index * 17), .. Enumerable.Range(directory, package.Length - directory)];
        foreach (var at in places)
        {
            var changed = package.ToArray();
            changed[at] ^= (byte)(1 << (at % 8));
            var reading = PackageArchive.Read(changed);

            // A bit that no program reads, behind the end of what is packed, changes no file.
            (reading.Problems.Count > 0 || reading.Files.All(file => files[file.Name].AsSpan().SequenceEqual(file.Content.Span))).ShouldBeTrue($"byte {at}");
        }
    }

    private void Names(string name, int trials, Random random)
    {
        var length = SealedRun.Unpack(package)[name].Length;
        int[] places = [0, length - 1, .. Enumerable.Range(0, trials).Select(_ => random.Next(length))];
        foreach (var at in places)
        {
            IsNamed(name, at, 1 << random.Next(8)).ShouldBeTrue($"{name}, byte {at}");
        }
    }

    private bool IsNamed(string name, int at, int bits)
    {
        var files = SealedRun.Unpack(package);
        files[name][at] ^= (byte)bits;

        // As another harness sees it, which cannot make the reports again: the seal alone has to show it.
        var verification = PackageVerification.Of(SealedRun.Request(SealedRun.Pack(files)) with { HarnessVersion = "0.2.0" });
        return verification.ExitCode == 6 && verification.Wrong().Any(line => line.Contains(name, StringComparison.Ordinal));
    }
}
