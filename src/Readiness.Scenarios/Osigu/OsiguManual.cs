using Readiness.Drivers.Manual;

namespace Readiness.Scenarios.Osigu;

/// <summary>The operations in the words of a clerk, for integrations that a person drives.</summary>
internal static class OsiguManual
{
    private static readonly string[] AuthorizationStates = ["pending", "approved", "rejected", "voided", "mixed", "unknown"];

    private static readonly ManualQuestion Request = new() { Name = "authorization_request_id", Text = "What is the identifier of the authorization request?", Kind = ManualAnswerKind.Identifier, AlsoOfFailures = true };
    private static readonly ManualQuestion State = new() { Name = "status", Text = "Which state does the screen show for the request as a whole?", Kind = ManualAnswerKind.Choice, Choices = AuthorizationStates, AlsoOfFailures = true };
    private static readonly ManualQuestion Authorizations = new()
    {
        Name = "authorizations",
        Text = "How many authorizations does the screen list?",
        Kind = ManualAnswerKind.List,
        AlsoOfFailures = true,
        Each =
        [
            new() { Name = "authorization_code", Text = "Which code does it have?", Kind = ManualAnswerKind.Identifier },
            new() { Name = "status", Text = "Which state does it have?", Kind = ManualAnswerKind.Choice, Choices = AuthorizationStates },
            new() { Name = "rejection_reason", Text = "Which reason for a rejection does the screen give?" },
        ],
    };

    public static IReadOnlyList<ManualOperation> Operations { get; } =
    [
        new()
        {
            Operation = "beneficiary.search",
            Task = "Look this person up, and see whether the insurance covers them.",
            Results =
            [
                new() { Name = "beneficiary_id", Text = "Which identifier did the provider give this person?", Kind = ManualAnswerKind.Identifier },
                new() { Name = "coverage_active", Text = "Is the person covered?", Kind = ManualAnswerKind.YesOrNo, AlsoOfFailures = true },
            ],
        },
        new()
        {
            Operation = "authorization.request",
            Task = "Request an authorization for these products for this person. Type passwords in only if the software asks for them.",
            Results = [Request, State, Authorizations],
        },
        new()
        {
            Operation = "authorization.status",
            Task = "Open this authorization request and read its state off the screen. Do not ask the provider again if the software does not do it by itself.",
            Results = [State, Authorizations],
        },
        new()
        {
            Operation = "dispensation.dispense",
            Task = "Dispense everything that was authorized, prescribed, or stands under this code.",
            Results =
            [
                new() { Name = "dispensation_id", Text = "Which identifier does the dispensation have?", Kind = ManualAnswerKind.Identifier },
                new() { Name = "status", Text = "Which state does the screen show for the dispensation?" },
                new()
                {
                    Name = "products",
                    Text = "How many products does the screen list as dispensed?",
                    Kind = ManualAnswerKind.List,
                    Each =
                    [
                        new() { Name = "product_code", Text = "Which code does the product have?", Kind = ManualAnswerKind.Identifier },
                        new() { Name = "quantity", Text = "Which quantity?", Kind = ManualAnswerKind.Number },
                    ],
                },
            ],
        },
        new()
        {
            Operation = "prescription.issue",
            Task = "Write this prescription for this patient.",
            Results =
            [
                new() { Name = "prescription_id", Text = "Which identifier does the prescription have?", Kind = ManualAnswerKind.Identifier },
                new() { Name = "prescription_code", Text = "Which code does the prescription have?", Kind = ManualAnswerKind.Identifier },
            ],
        },
        new()
        {
            Operation = "claim.submit",
            Task = "Submit a claim for what this person received, and complete it.",
            Results =
            [
                new() { Name = "claim_id", Text = "Which identifier does the claim have?", Kind = ManualAnswerKind.Identifier },
                new() { Name = "status", Text = "Which state does the screen show for the claim?" },
            ],
        },
        new()
        {
            Operation = "settlement.dispatch",
            Task = "Batch the claims of this sponsor that await settlement, and dispatch the batch.",
            Results =
            [
                new() { Name = "settlement_id", Text = "Which identifier does the batch have?", Kind = ManualAnswerKind.Identifier },
                new() { Name = "status", Text = "Which state does the screen show for the batch?" },
            ],
        },
        new()
        {
            Operation = "settlement.status",
            Task = "Open this batch and read its state off the screen.",
            Results = [new() { Name = "status", Text = "Which state does the screen show for the batch?" }],
        },
        new()
        {
            Operation = "effects.count",
            Task = "Count how often the software acted on a message from the provider: entries in the patient's file, stock, notices. With an event's identifier, of that event alone; otherwise of all.",
            Results = [new() { Name = "count", Text = "How many are there?", Kind = ManualAnswerKind.Number }],
        },
        new()
        {
            Operation = "state.resync",
            Task = "The provider has wiped its sandbox. Do the step that your manual names for that, if there is one.",
        },
    ];
}
