namespace Readiness.Configuration.Tests;

public sealed class SecretReferenceTests
{
    private static readonly Dictionary<string, string> Variables = new() { ["API_KEY"] = "k-1" };

    [TestCase("env:API_KEY", "k-1")]
    [TestCase("plain", "plain")]
    [TestCase("env:", "env:")]
    public void A_reference_becomes_the_variables_value_and_other_text_stays(string written, string expected) =>
        SecretReference.Resolve(written, Variables).ShouldBe(expected);

    [Test]
    public void A_variable_that_is_gone_is_named() =>
        Should.Throw<InvalidOperationException>(() => SecretReference.Resolve("env:GONE", Variables))
            .Message.ShouldBe("The environment variable GONE is not set; the configuration refers to it as env:GONE.");

    [Test]
    public void Templates_are_filled_in_and_unknown_braces_stay() =>
        ConfigurationTemplates.Expand("{sandbox.url}/v1 ${HOME} {other}", new Dictionary<string, string> { ["sandbox.url"] = "http://127.0.0.1:7000" })
            .ShouldBe("http://127.0.0.1:7000/v1 ${HOME} {other}");
}
