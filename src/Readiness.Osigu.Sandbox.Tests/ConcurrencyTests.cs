namespace Readiness.Osigu.Sandbox.Tests;

public sealed class ConcurrencyTests
{
    [Test]
    public void Of_many_starts_on_one_code_exactly_one_wins()
    {
        using var client = new Client();
        var person = client.Person();
        var code = client.ApprovedCode(person);
        var statuses = new System.Collections.Concurrent.ConcurrentBag<int>();

        Parallel.For(0, 40, _ => statuses.Add(client.Start(code, person.Id).Status));

        statuses.Count(status => status == 201).ShouldBe(1);
        statuses.Count(status => status == 409).ShouldBe(39);
    }

    [Test]
    public void Tokens_asked_for_at_once_have_names_of_their_own()
    {
        using var client = new Client();
        var names = new System.Collections.Concurrent.ConcurrentBag<string>();

        Parallel.For(0, 20, _ => names.Add(client.Token().Must(200)["token"]));

        names.Distinct().Count().ShouldBe(20);
        client.Sandbox.Tokens.Issued.ShouldBe(20);
    }
}
