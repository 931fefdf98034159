using System.Globalization;
using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Running;
using Readiness.Scenarios.Hooks;
using Readiness.Toy.Checks;

namespace Readiness.Toy.Steps;

/// <summary>Steps about orders that come at the same moment.</summary>
[Binding]
public sealed class OrderSteps(Scene scene)
{
    private TimeSpan answerTakes;

    private static RunContext Context => Scene.Run.Context;

    private static ToySession Session => (ToySession)Scene.Run.Session;

    [Given("^the warehouse takes its time to answer each order$")]
    public void GivenSlowAnswers() => answerTakes = Session.AnswerTakes;

    [When(@"^the shop is given (\d+) orders at the same moment$")]
    public async Task WhenOrdersCome(int orders)
    {
        Func<Task>[] prepared = [.. Enumerable.Range(0, orders).Select(_ => Prepare())];
        await Task.WhenAll(prepared.Select(give => give()));
    }

    [Then("^no call is sent while another is unanswered$")]
    public void ThenSequential() => scene.Stage.Require<CallsAreSequential>();

    /// <summary>Mints the order and plans its held answer, so that all orders can be given at once.</summary>
    private Func<Task> Prepare()
    {
        var stimulus = scene.Stage.NewStimulus();
        var article = Session.Warehouse.MintArticle(stimulus);
        scene.Stage.Describe(stimulus, CallsAreSequential.Purpose, ("hold_seconds", answerTakes.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        var hold = new AnswerHold(Scene.Recorder, stimulus);
        Context.Faults.Plan(hold.Fault);
        return () => Task.WhenAll(
            hold.Release(answerTakes, Context.Configuration.Driver.Timeout, Context.Cancellation),
            Scene.Run.Integration.Perform(ToyOperations.Order, new JsonObject { ["article_code"] = article }, stimulus, OperationRole.Stimulus));
    }
}
