namespace Readiness.Features.Smoke;

/// <summary>Steps that use everything the harness relies on: expressions, a table, injection, the scenario's context.</summary>
[Binding]
public sealed class ZooSteps(KeepersBook book, ScenarioContext scenario)
{
    /// <summary>Ends the sleep of the stubborn scenario.</summary>
    public static ManualResetEventSlim Alarm { get; } = new();

    /// <summary>Notes a cage.</summary>
    [Given("^a cage called \"(.*)\"$")]
    public void GivenACage(string name)
    {
        scenario["cage"] = name;
        book.Entries.Add(name);
    }

    /// <summary>Fails.</summary>
    [Given("^a cage that is broken$")]
    public void GivenABrokenCage() => throw new InvalidOperationException("the lock is broken");

    /// <summary>Proves nothing.</summary>
    [Given("^a cage that cannot be seen$")]
    public void GivenAHiddenCage() => Assert.Inconclusive("it is dark");

    /// <summary>Waits as steps do, for an event or for the end of the run.</summary>
    [When("^the keeper waits for the end of the run$")]
    public Task WhenTheKeeperWaits() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, FeatureRun.Cancellation);

    /// <summary>Waits as steps must not.</summary>
    [When("^the keeper sleeps until he is woken$")]
    public void WhenTheKeeperSleeps() => Alarm.Wait(TimeSpan.FromMinutes(1));

    /// <summary>Compares the book.</summary>
    [Then("^the keeper has noted$")]
    public void ThenTheKeeperHasNoted(Table entries) => Assert.That(book.Entries, Is.EqualTo(entries.Rows.Select(row => row["entry"])));

    /// <summary>Reads what another step left in the scenario.</summary>
    [Then("^the scenario knows the cage \"(.*)\"$")]
    public void ThenTheScenarioKnows(string name) => Assert.That(scenario["cage"], Is.EqualTo(name));
}
