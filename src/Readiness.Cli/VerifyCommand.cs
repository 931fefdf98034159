using System.CommandLine;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Sealing.Packages;
using Readiness.Sealing.Signing;
using Readiness.Sealing.Verifying;
using Readiness.Verdicts;

namespace Readiness.Cli;

/// <summary><c>readiness verify PACKAGE</c>: whether a package is what was sealed, complete, and still valid.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var package = new Argument<string>("PACKAGE") { Description = $"The package, {PackageNames.Package}, or the folder that holds it" };
        var beside = new Argument<string[]>("FILE") { Description = "Files that came beside it, such as certificate.html: each must be the one in the package", Arity = ArgumentArity.ZeroOrMore };
        var key = new Option<string?>("--key") { Description = "The public key, in PEM, of whoever must have sealed" };
        var digest = new Option<string?>("--seal-digest") { Description = "The seal's digest, as the e-mail names it" };
        var nonce = new Option<string?>("--nonce") { Description = "What was given out for this run" };
        var command = new Command("verify", "Verifies a package offline: unchanged, complete, still valid, and its reports follow from its data") { package, beside, key, digest, nonce };
        command.SetAction(line => Verify(line.GetValue(package)!, line.GetValue(beside) ?? [], line.GetValue(key), line.GetValue(digest), line.GetValue(nonce)));
        return command;
    }

    private static int Verify(string package, string[] beside, string? key, string? digest, string? nonce)
    {
        VerificationRequest request;
        try
        {
            request = new VerificationRequest
            {
                Archive = File.ReadAllBytes(Directory.Exists(package) ? Path.Combine(package, PackageNames.Package) : package),
                Beside = [.. beside.Select(path => new PackageFile(Path.GetFileName(path), File.ReadAllBytes(path)))],
                Key = key is null ? null : PublicKey.Read(File.ReadAllText(key)),
                SealDigest = digest,
                Nonce = nonce,
                Now = TimeProvider.System.GetUtcNow(),
                HarnessVersion = RunStart.HarnessVersion,
                Profiles = name => Host.Profiles.FirstOrDefault(profile => profile.Checklist.Profile == name) is { } known
                    ? new KnownProfile(known.Checklist, (journal, result) => new RecordedRun(result.Id, journal, result).Judge())
                    : null,
            };
        }
        catch (SealKeyException fault)
        {
            Host.Say($"--key {key}: {fault.Message}");
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Host.Say(fault.Message);
            return ExitCode.Usage;
        }

        var verification = PackageVerification.Of(request);
        Host.Say(Host.Paint.Strong($"Certificate {verification.Certificate ?? "without a number"}"));
        foreach (var line in verification.Lines)
        {
            Host.Say(Line(line));
        }

        Host.Say(Host.Paint.Strong(Closing(verification, request)));
        return verification.ExitCode;
    }

    /// <summary>A point in one line, as the terminal shows it.</summary>
    public static string Line(VerificationLine line) => $"  {Mark(line.Standing)}  {line.Point,-9}  {OneLine(line.Text)}";

    private static string Mark(Standing standing) => standing switch
    {
        Standing.Holds => Host.Paint.Good("ok    "),
        Standing.Notice => Host.Paint.Open("note  "),
        Standing.Incomplete => Host.Paint.Open("open  "),
        Standing.NotReady => Host.Paint.Bad("no    "),
        _ => Host.Paint.Bad("BROKEN"),
    };

    private static string Closing(Verification verification, VerificationRequest request) => verification.Standing switch
    {
        Standing.Changed => "This package is not what was sealed, or not by whom it should be: rely on nothing in it.",
        Standing.NotReady => "Unchanged since it was sealed; its answer is no, or holds no more.",
        Standing.Incomplete => "Unchanged since it was sealed; something required was not decided.",
        _ when request.Key is null && request.SealDigest is null => "Unchanged since it was sealed. Who sealed it was not checked: whoever edits a package can seal it again with another key.",
        _ when verification.Lines.Any(line => line.Point == "withheld") => "What is left is unchanged since it was sealed, and valid; what was withheld is told above.",
        _ => "Unchanged since it was sealed, complete and valid.",
    };

    // What a package says is written by somebody else, and must not move this terminal's cursor.
    private static string OneLine(string text) => string.Concat(text.Select(one => char.IsControl(one) ? ' ' : one));
}
