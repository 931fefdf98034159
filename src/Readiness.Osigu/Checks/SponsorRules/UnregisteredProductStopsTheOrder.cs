using Readiness.Checklist;
using Readiness.Checks;
using Readiness.Osigu.Checks.SadPaths;
using Readiness.Recording;

namespace Readiness.Osigu.Checks.SponsorRules;

/// <summary>OSG-PROD-01: an order for a product that is not registered ends with a message; it is not sent again, and nothing is registered on the way.</summary>
/// <remarks>Source: Provider products. Registering later by a job of its own is right, and so is knowing beforehand and sending nothing.</remarks>
public sealed class UnregisteredProductStopsTheOrder : ICheck
{
    private const string NotRegistered = "071-104";

    /// <summary>A job that walks through a catalogue takes this long at most from one product to another.</summary>
    private static readonly TimeSpan JobLength = TimeSpan.FromSeconds(60);

    public ItemId Item { get; } = new("OSG-PROD-01");

    public Judgement Judge(ScenarioEvidence evidence)
    {
        var trial = new Trial(evidence);
        if (evidence.StimuliFor("unregistered-product") is not [var stimulus, ..])
        {
            trial.Lacks("nothing was ordered that is not registered for the provider");
            return trial.Conclude(() => "");
        }

        var orders = Orders(evidence, stimulus);
        var refused = orders.FirstOrDefault(IsNotRegistered);
        var registrations = evidence.ExchangesOf(stimulus, "register-provider-product");
        trial.Rest(orders.Concat(registrations).Select(call => call.Number));
        JudgeRepetitions(trial, evidence, stimulus, orders, refused, registrations);
        if (trial.Answered(stimulus, stimulus["operation"] ?? "") is not { } call)
        {
            return trial.Conclude(() => "");
        }

        JudgeRegistrations(trial, evidence, call, registrations);
        JudgeUse(trial, evidence, stimulus, orders);
        if (call.Outcome == Outcome.Pending)
        {
            UserMessages.MustBeThere(trial, call);
        }
        else
        {
            UserMessages.MustTell(trial, call, "that the product is not registered");
        }

        UserMessages.MustDifferFromOutageAndNotFound(trial, call);
        Traces.Watch(trial, call);
        if (refused is null)
        {
            JudgeSilence(trial, evidence, orders, call);
        }
        else
        {
            UserMessages.ShouldReport(trial, call, refused.Status);
        }

        return trial.Conclude(() => $"{(refused is null ? "stopped before anything was sent" : $"stopped after {refused.Status} ({refused.Number})")}, and the user was told: \"{call.Reply!.Message}\"");
    }

    /// <summary>The calls that carry the order; a prescription has several versions of its call.</summary>
    private static IReadOnlyList<Exchange> Orders(ScenarioEvidence evidence, Stimulus stimulus)
    {
        var call = stimulus["call"] ?? "";
        return Traces.Taken(evidence.ExchangesOf(stimulus).Where(exchange =>
            exchange.Request.Operation is { } operation && (operation == call || operation.StartsWith($"{call}-v", StringComparison.Ordinal))));
    }

    private static bool IsNotRegistered(Exchange exchange) =>
        exchange.Status == 422 && (exchange.Answered("/error_code") ?? exchange.Answered("/code")) == NotRegistered;

    private static void JudgeRepetitions(
        Trial trial, ScenarioEvidence evidence, Stimulus stimulus, IReadOnlyList<Exchange> orders, Exchange? refused, IReadOnlyList<Exchange> registrations)
    {
        if (refused is null)
        {
            return;
        }

        // What a job registered after the work had ended has changed the order's ground.
        var settled = evidence.OperationOf(stimulus, stimulus["operation"] ?? "")?.EndedAt;
        var ground = registrations.Where(call => call.Succeeded && call.At > settled).Select(call => call.EndedAt).Min();
        int[] again = [.. orders.Where(order => order.At >= refused.EndedAt && !(order.At >= ground)).Select(order => order.Number)];
        if (again.Length > 0)
        {
            trial.Breach(
                "an order that was refused for an unregistered product is not sent again",
                $"{refused.Request.Operation} {Say.List(again)} after 422 with {NotRegistered} ({refused.Number})",
                "take 422 for final: end the order, and tell the user which product is not registered",
                [refused.Number, .. again]);
        }
    }

    private static void JudgeRegistrations(Trial trial, ScenarioEvidence evidence, OperationCall call, IReadOnlyList<Exchange> registrations)
    {
        int[] within = [.. registrations.Where(registration => registration.At >= call.At && registration.At <= call.EndedAt && !IsOfAJob(evidence, registration)).Select(registration => registration.Number)];
        if (within.Length > 0)
        {
            trial.Breach(
                "nothing is registered while an order is under way",
                $"register-provider-product {Say.List(within)} within {call.Operation} ({call.Number})",
                "register products at onboarding or when the stock changes, by a person or a job; never because an order was refused",
                [call.Number, .. within]);
        }
    }

    /// <summary>True where the registration belongs to a walk through the catalogue: a product that nobody ordered was registered beside it.</summary>
    private static bool IsOfAJob(ScenarioEvidence evidence, Exchange registration) =>
        evidence.StimuliFor("never-ordered").SelectMany(stimulus => evidence.ExchangesOf(stimulus, "register-provider-product"))
            .Any(other => (other.At - registration.At).Duration() <= JobLength);

    private static void JudgeUse(Trial trial, ScenarioEvidence evidence, Stimulus stimulus, IReadOnlyList<Exchange> orders)
    {
        if (orders.Any(order => order.Succeeded))
        {
            return;
        }

        foreach (var operation in (string[])["complete-authorization", "start-dispensation", "complete-claim"])
        {
            Traces.MustNotBe(trial, Traces.Own(evidence, stimulus, operation), "nothing is done as if the order had been taken", "stop at the refusal");
        }
    }

    /// <summary>Nothing was refused: then the same work with a registered product has to show that it was the product.</summary>
    private static void JudgeSilence(Trial trial, ScenarioEvidence evidence, IReadOnlyList<Exchange> orders, OperationCall call)
    {
        if (orders.Count > 0)
        {
            trial.Lacks($"{call.Operation} ({call.Number}) was not refused for its product: {Say.List(orders.Select(order => $"{order.Number} answered {order.Status}{(order.WhyRefused is { } why ? $" ({why})" : "")}"))}");
        }
        else if (evidence.StimuliFor("registered-product") is [var registered, ..])
        {
            var control = trial.Answered(registered, call.Operation);
            if (control is { Outcome: not Outcome.Succeeded })
            {
                trial.Lacks($"{call.Operation} sent nothing, and with a registered product ({control.Number}) it ended as {UserMessages.Word(control)}: it cannot be told that the product was the reason");
            }
        }
        else
        {
            trial.Lacks($"{call.Operation} ({call.Number}) sent nothing, and the same was not asked for with a registered product");
        }
    }
}
