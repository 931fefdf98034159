using System.CommandLine;
using Readiness.Sealing.Signing;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness seal</c>: keys of seals, and what is withheld from a sealed package.</summary>
internal static class SealCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where the private key goes; the public one goes beside it, with the ending .pub" };
        var key = new Command("key", "Makes a pair of keys for sealing") { file };
        key.SetAction(line => Key(line.GetValue(file)!));
        return new Command("seal", "Makes keys for sealing") { key };
    }

    private static int Key(string file)
    {
        try
        {
            var pem = SealKey.New();
            using var pair = SealKey.Read(pem);
            Write(file, pem, isPrivate: true);
            Write($"{file}.pub", pair.Public.Pem, isPrivate: false);
            Host.Say($"{file} is the private key: keep it where nobody but the sealing job reads it, and set seal.key to file:{file}, or to env:NAME with its text in that variable");
            Host.Say($"{file}.pub is the public key: hand it to the provider by another way than a package, once. Its id is {pair.Public.Id}");
            return ExitCode.Ready;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Host.Say($"the key was not made: {fault.Message}");
            return ExitCode.Usage;
        }
    }

    // A key that is there already may have sealed packages that have to be verified: it is never replaced.
    private static void Write(string path, string text, bool isPrivate)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (isPrivate && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
