using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readiness.Osigu.Sandbox;
using Readiness.Recording;
using Readiness.Running;

namespace Readiness.Scenarios.Osigu;

/// <summary>What the harness asks of the integration, in the words of its driver.</summary>
public sealed class Clinic
{
    // A quick integration is not kept waiting, a slow one is not flooded: the pauses double from the one to the other.
    private static readonly TimeSpan FirstProbePause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestProbePause = TimeSpan.FromMilliseconds(250);

    // For what may take minutes: nobody asks for that four times a second.
    private static readonly TimeSpan LongestRarePause = TimeSpan.FromSeconds(5);

    // Some note an event first and act on it a moment later. Longer than the check allows for, which measures by the journal.
    private static readonly TimeSpan SettlingTime = TimeSpan.FromSeconds(5.5);

    private static IntegrationUnderTest Integration => OsiguScene.Run.Integration;

    /// <summary>Looks a person up, and remembers what the integration calls them.</summary>
    public async Task<OperationEnded> LookUp(CaseFile file, Func<Journal, bool>? enough = null)
    {
        var reply = await Ask("beneficiary.search", Inputs.Reference(file.Sponsor, file.Fields), file, enough);
        file.BeneficiaryId = Text(reply, "/beneficiary_id") ?? file.BeneficiaryId;
        return reply;
    }

    /// <summary>Requests an authorization, and remembers what the integration calls it.</summary>
    public async Task<OperationEnded> RequestAuthorization(CaseFile file, string? indication = null, Func<Journal, bool>? enough = null)
    {
        var input = Inputs.Request(file.Sponsor, file.Products, indication);
        AddPerson(input, file);
        var reply = await Ask("authorization.request", WithVerification(input, file), file, enough);
        file.RequestId = Text(reply, "/authorization_request_id") ?? file.RequestId;
        file.CameToNothing = reply.Outcome == Outcome.Failed && file.RequestId is null;
        return reply;
    }

    public Task<OperationEnded> Dispense(CaseFile file)
    {
        var input = new JsonObject();
        if (file.Code is not null)
        {
            input["code"] = file.Code;
        }
        else if (file.PrescriptionId is not null)
        {
            input["prescription_id"] = file.PrescriptionId;
        }
        else
        {
            input["authorization_request_id"] = file.RequestId ?? throw new NotExercisedException($"the integration named no {(file.Person is null ? "authorization_request_id" : "prescription_id")}, so there is nothing to dispense");
        }

        AddPerson(input, file);
        return Ask("dispensation.dispense", WithVerification(input, file), file);
    }

    /// <summary>Issues a prescription, and remembers what the integration calls it.</summary>
    public async Task<OperationEnded> Prescribe(CaseFile file)
    {
        OsiguScene.Needs("prescription");
        var reply = await Ask("prescription.issue", WithVerification(new JsonObject
        {
            ["patient"] = Inputs.Object(file.Person!.Fields),
            ["doctor"] = new JsonObject { ["name"] = "Ana Torres", ["medical_board_registration"] = Inputs.License, ["country_code"] = "CO" },
            ["diagnosis_code"] = Inputs.Diagnosis,
            ["medications"] = new JsonArray([.. file.Products.Select(Inputs.Medication)]),
            ["consent"] = true,
        }, file), file);
        file.PrescriptionId = Text(reply, "/prescription_id") ?? file.PrescriptionId;
        file.CameToNothing = reply.Outcome == Outcome.Failed && file.PrescriptionId is null;
        return reply;
    }

    public Task<OperationEnded> SubmitClaim(CaseFile file)
    {
        var input = Inputs.Claim(file.Sponsor, file.Products);
        AddPerson(input, file);
        return Ask("claim.submit", WithVerification(input, file), file);
    }

    /// <summary>Dispatches a settlement, and remembers what the integration calls it.</summary>
    public async Task<OperationEnded> DispatchSettlement(CaseFile file)
    {
        OsiguScene.Needs("settlement");
        var period = OsiguScene.Clock.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var reply = await Ask("settlement.dispatch", WithVerification(new JsonObject { ["sponsor_slug"] = file.Sponsor, ["period"] = period }, file), file);
        file.SettlementId = Text(reply, "/settlement_id") ?? file.SettlementId;
        return reply;
    }

    public Task<OperationEnded> SettlementStatus(CaseFile file) =>
        Ask("settlement.status", new JsonObject { ["settlement_id"] = file.SettlementId }, file);

    /// <summary>The manual step after a reset of the sandbox, for integrations that have one.</summary>
    public Task<OperationEnded> Resync(CaseFile file) => Integration.Perform("state.resync", [], file.Stimulus, OperationRole.Stimulus);

    /// <summary>What the integration believes of a request.</summary>
    public Task<OperationEnded> AuthorizationStatus(CaseFile file) =>
        Integration.Perform("authorization.status", new JsonObject { ["authorization_request_id"] = file.RequestId }, file.Stimulus, OperationRole.Probe);

    /// <summary>How many business effects an event had, or all events together.</summary>
    public async Task<long?> Effects(CaseFile file, string? eventId)
    {
        var input = eventId is null ? new JsonObject() : new JsonObject { ["event_id"] = eventId };
        var reply = await Integration.Perform("effects.count", input, file.Stimulus, OperationRole.Probe);
        return long.TryParse(Text(reply, "/count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
    }

    /// <summary>Asks again and again until the event had an effect, the integration cannot tell, or the limit passed.</summary>
    public Task AwaitEffect(CaseFile file, string eventId, TimeSpan limit) =>
        Until(async () => await Effects(file, eventId) is null or > 0, limit);

    /// <summary>Asks again and again until the integration believes in that decision, cannot tell, or the limit passed.</summary>
    public Task AwaitDecision(CaseFile file, string decision, TimeSpan limit) => Until(async () =>
    {
        var reply = await AuthorizationStatus(file);
        return reply.Outcome == Outcome.Unsupported || string.Equals(Text(reply, "/status"), decision, StringComparison.OrdinalIgnoreCase);
    }, limit);

    /// <summary>Asks again and again until the integration shows the change, has counted the effect of its event a while ago, or the limit passed.</summary>
    /// <param name="shown">True for a result of <c>authorization.status</c> that shows the change.</param>
    public async Task AwaitChange(CaseFile file, string eventId, Func<JsonElement, bool> shown, TimeSpan limit)
    {
        TimeSpan? counted = null;
        await Until(async () =>
        {
            if (JsonText.Parse((await AuthorizationStatus(file)).Result) is { } result && shown(result))
            {
                return true;
            }

            counted ??= await Effects(file, eventId) is > 0 ? OsiguScene.Recorder.Now : null;
            return OsiguScene.Recorder.Now - counted >= SettlingTime;
        }, limit);
    }

    /// <summary>Asks again and again, ever less often, until the event had an effect, the integration believes in the decision, or the limit passed.</summary>
    public Task AwaitTrace(CaseFile file, string eventId, string decision, TimeSpan limit) => Until(
        async () => await Effects(file, eventId) is > 0 || string.Equals(Text(await AuthorizationStatus(file), "/status"), decision, StringComparison.OrdinalIgnoreCase),
        limit,
        LongestRarePause);

    private static async Task<OperationEnded> Ask(string operation, JsonObject input, CaseFile file, Func<Journal, bool>? enough = null)
    {
        var reply = await Integration.Perform(operation, input, file.Stimulus, OperationRole.Stimulus, enough: enough);
        return reply.Outcome switch
        {
            Outcome.Unsupported => throw new NotExercisedException($"the integration does not offer {operation}: declare the capability as not used, or implement the operation"),
            Outcome.Unreadable => throw new NotExercisedException($"{operation}: {reply.Problem}"),
            _ => reply,
        };
    }

    private static Task Until(Func<Task<bool>> done, TimeSpan limit) => Until(done, limit, LongestProbePause);

    private static async Task Until(Func<Task<bool>> done, TimeSpan limit, TimeSpan longestPause)
    {
        var began = OsiguScene.Recorder.Now;
        var pause = FirstProbePause;
        while (!await done() && OsiguScene.Recorder.Now - began < limit)
        {
            await Task.Delay(pause, OsiguScene.Clock, OsiguScene.Run.Context.Cancellation);
            pause = pause * 2 < longestPause ? pause * 2 : longestPause;
        }
    }

    /// <summary>A clerk has what stands on the card, and an identifier only where this integration's own search has shown it.</summary>
    private static void AddPerson(JsonObject input, CaseFile file)
    {
        if (file.BeneficiaryId is { } shown)
        {
            input["beneficiary_id"] = shown;
        }
        else
        {
            input["beneficiary"] = Inputs.Reference(file.Sponsor, file.Fields);
        }
    }

    /// <summary>What the person would supply if asked.</summary>
    private static JsonObject WithVerification(JsonObject input, CaseFile file)
    {
        input["otp_codes"] = new JsonArray([.. file.Passwords.Select(password => (JsonNode)password)]);
        input["biometric_sample"] = file.BiometricSample;
        return input;
    }

    private static string? Text(OperationEnded reply, string pointer) =>
        JsonText.Parse(reply.Result) is { } root ? JsonText.At(root, pointer) : null;
}
