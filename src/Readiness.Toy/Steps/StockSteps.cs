using System.Text.Json.Nodes;
using Readiness.Recording;
using Readiness.Sandbox.Faults;
using Readiness.Scenarios.Hooks;
using Readiness.Toy.Checks;

namespace Readiness.Toy.Steps;

/// <summary>Steps about a question that is answered with an error page.</summary>
[Binding]
public sealed class StockSteps(Scene scene)
{
    private string stimulus = "";
    private string article = "";

    [Given("^the warehouse answers the next question about stock with an error page$")]
    public void GivenAnErrorPage()
    {
        stimulus = scene.Stage.NewStimulus();
        article = ((ToySession)Scene.Run.Session).Warehouse.MintArticle(stimulus);
        scene.Stage.Describe(stimulus, ErrorPageIsTold.Purpose);
        Scene.Run.Context.Faults.Plan(new PlannedFault
        {
            Operation = ToyOperations.ReadStock,
            Stimulus = stimulus,
            Action = new FaultAction.HtmlInsteadOfJson(503),
            Times = int.MaxValue,
        });
    }

    [When("^the shop asks for the stock$")]
    public Task WhenAsked() =>
        Scene.Run.Integration.Perform(ToyOperations.Stock, new JsonObject { ["article_code"] = article }, stimulus, OperationRole.Stimulus);

    [Then("^the shop has told its user, and goes on working$")]
    public void ThenTold() => scene.Stage.Require<ErrorPageIsTold>();
}
