using System.CommandLine;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Withholding;
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
        var package = new Argument<string>("PACKAGE") { Description = "The sealed package" };
        var exchanges = new Argument<int[]>("EXCHANGE") { Description = "Numbers of exchanges, as the reports name them", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the package without them goes", Required = true };
        var withhold = new Command("withhold", "Takes exchanges out of a sealed package, so that it shows, and the seal still holds for the rest") { package, exchanges, output };
        withhold.SetAction(line => Withhold(line.GetValue(package)!, line.GetValue(exchanges)!, line.GetValue(output)!));
        return new Command("seal", "Makes keys for sealing, and withholds exchanges from a sealed package") { key, withhold };
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

    private static int Withhold(string package, int[] exchanges, string output)
    {
        try
        {
            var made = Withholder.Withhold(File.ReadAllBytes(package), exchanges);
            using (var file = new FileStream(output, FileMode.CreateNew))
            {
                file.Write(made.Archive.Span);
            }

            Host.Say($"{output}: without lines {string.Join(", ", made.Lines)} of the journal, and without these files, which showed them:");
            foreach (var name in made.Files)
            {
                Host.Say($"  {name}");
            }

            foreach (var quote in made.Quotes)
            {
                Host.Say(Host.Paint.Open($"still there: {quote}"));
            }

            if (made.Quotes.Count > 0)
            {
                Host.Say("those files hold the verdicts, and stay as they were sealed. If that must not be read either, do not hand the package out.");
            }

            return ExitCode.Ready;
        }
        catch (Exception fault) when (fault is WithholdException or IOException or UnauthorizedAccessException)
        {
            Host.Say($"nothing was withheld: {fault.Message}");
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
