using System.Globalization;
using Readiness.Osigu;
using Readiness.Osigu.Checks.SponsorRules;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about people whom the sponsor wants to be verified.</summary>
[Binding]
public sealed class VerificationSteps(OsiguScene scene, Clinic clinic)
{
    // The provider and the integration measure from different moments of one exchange.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<string> readers = [];

    private static VerificationDesk Desk => OsiguScene.Sandbox.Verification;

    private static TimeSpan PasswordHolds => OsiguScene.Run.Context.ProviderWait(OsiguScene.Sandbox.Options.OtpLifetime, TimeSpan.FromSeconds(3));

    [Given("^a patient whose code can be dispensed as it is$")]
    public void GivenNoVerification() => Open("no-verification", VerificationKind.None);

    [Given(@"^(\d+) patients whose codes need a password$")]
    public void GivenPasswords(int patients)
    {
        for (var patient = 0; patient < patients; patient++)
        {
            ReadsOut(Open("password-wanted", VerificationKind.Otp));
        }
    }

    [Given("^a patient whose code needs a password that nobody reads out$")]
    public void GivenNobody() => Open("not-verified", VerificationKind.Otp);

    [Given("^a patient whose code needs a password, and who reads out a wrong one$")]
    public void GivenAWrongPassword()
    {
        var file = Open("not-verified", VerificationKind.Otp);
        file.Passwords = [Another(Desk.PasswordOf(file.Patient!))];
    }

    [Given("^a patient who reads out the password when it has run out$")]
    public void GivenALatePassword()
    {
        var file = Open("expired-password", VerificationKind.Otp);
        Desk.ShortenNext(file.Patient!, PasswordHolds);
        OsiguScene.Fixtures.Survives(file.Stimulus);
    }

    [Given("^a patient whose code needs a biometric reading$")]
    public void GivenAReading()
    {
        if (OsiguScene.Run.Context.Configuration.Capabilities.TryGetValue("biometric", out var declared) && !declared.Used)
        {
            throw new NotExercisedException($"the integration declares that it takes no biometric readings: {declared.Reason}");
        }

        Open("reading-wanted", VerificationKind.Biometric);
    }

    [Given("^a covered patient of a sponsor that wants a password before it decides$")]
    public void GivenASponsorThatWantsAPassword()
    {
        var sponsor = OsiguScene.Fixtures.MintSponsor(stimulus: null, OsiguScene.Synchronous);
        OsiguScene.Fixtures.ChangeSponsor(sponsor, verification: VerificationKind.Otp);
        var file = scene.Open(sponsor);
        ReadsOut(file);
        scene.Stage.Describe(file.Stimulus, "password-wanted", ("call", "complete-authorization"), ("operation", "authorization.request"));
    }

    [When("^the clinic dispenses each of these codes$")]
    public async Task WhenEachIsDispensed()
    {
        foreach (var file in scene.Cases)
        {
            await Ask(file, clinic.Dispense);
        }
    }

    [When("^the clinic requests that authorization, and the password is read out$")]
    public Task WhenRequested() => Ask(scene.Case, file => clinic.RequestAuthorization(file));

    [When("^the password has run out, and the clinic dispenses that code again$")]
    public void WhenDispensedTooLate()
    {
        var file = scene.Case;
        var over = OsiguScene.Recorder.Now + PasswordHolds + Margin;
        OsiguScene.Run.AtTheEnd(async () =>
        {
            if (over - OsiguScene.Recorder.Now is var left && left > TimeSpan.Zero)
            {
                await OsiguScene.Run.Context.Wait("the password to run out", left);
            }

            if (await Answer(file) != Outcome.Succeeded)
            {
                await Answer(file);
            }

            OsiguScene.Recorder.Note(OsiguNotes.PasswordOver, ("stimulus", file.Stimulus));
        });
    }

    [Then("^a password is sent only where it is wanted, and each person is verified by a token of their own$")]
    public void ThenVerified() => scene.Stage.Require<PersonIsVerifiedOnlyWhenAskedFor>();

    [Then("^nothing is completed, and the clerk is told$")]
    public void ThenNotCompleted() => scene.Stage.Require<NothingIsCompletedUnverified>();

    [Then("^another password takes the place of the one that has run out$")]
    public void ThenReplaced() => scene.Stage.Require<ExpiredPasswordIsReplaced>();

    [Then("^the reading is attached, and no password is sent$")]
    public void ThenRead() => scene.Stage.Require<BiometricReadingIsAttached>();

    /// <summary>Asks for the work, and comes back to it once where it waits for what the person has read out by now.</summary>
    private async Task Ask(CaseFile file, Func<CaseFile, Task<OperationEnded>> work)
    {
        if ((await work(file)).Outcome == Outcome.Pending && readers.Contains(file.Stimulus))
        {
            ReadsOut(file);
            await work(file);
        }
    }

    /// <summary>The person reads out what came last, or what is sent now.</summary>
    private void ReadsOut(CaseFile file)
    {
        readers.Add(file.Stimulus);
        file.Passwords = [Desk.PasswordOf(file.Patient!)];
    }

    private async Task<Outcome> Answer(CaseFile file)
    {
        ReadsOut(file);
        return (await clinic.Dispense(file)).Outcome;
    }

    /// <summary>Somebody who brings the code of an authorization that another provider requested.</summary>
    private CaseFile Open(string purpose, VerificationKind verification)
    {
        var stimulus = scene.Stage.NewStimulus();
        var patient = OsiguScene.Fixtures.MintBeneficiary(stimulus, OsiguScene.Synchronous);
        var code = OsiguScene.Sandbox.OtherProviders.IssueACode(patient, verification);
        scene.Stage.Describe(stimulus, purpose, ("code", code), ("call", "complete-dispensation"), ("operation", "dispensation.dispense"));
        return scene.Add(new CaseFile
        {
            Stimulus = stimulus,
            Patient = patient,
            Fields = patient.Fields,
            Sponsor = patient.SponsorSlug,
            Code = code,
            BiometricSample = verification == VerificationKind.Biometric ? Desk.BiometricSampleOf(patient) : null,
        });
    }

    private static string Another(string password) =>
        ((int.Parse(password, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
}
