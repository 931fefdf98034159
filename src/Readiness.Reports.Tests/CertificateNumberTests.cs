using System.Text;
using System.Text.Json;
using Readiness.Reports.Certificate;

namespace Readiness.Reports.Tests;

/// <summary>The number says which run a certificate is of: any other byte of its sources gives another.</summary>
public sealed class CertificateNumberTests
{
    // Computed by another program, from the rule in the number's description.
    [Test]
    public void It_is_the_profile_and_fifty_bits_of_the_digest() =>
        Of("{\"profile\":\"toy\"}", "{\"number\":1}\n").ShouldBe("TOY-QH0DW-3Q03J");

    [Test]
    public void Another_journal_has_another_number() =>
        Of("{\"profile\":\"toy\"}", "{\"number\":2}\n").ShouldNotBe("TOY-QH0DW-3Q03J");

    [Test]
    public void Another_result_has_another_number() =>
        Of("{\"profile\": \"toy\"}", "{\"number\":1}\n").ShouldNotBe("TOY-QH0DW-3Q03J");

    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("{\"profile\":7}")]
    public void A_result_without_a_profile_has_none(string run) =>
        Should.Throw<JsonException>(() => Of(run, "")).Message.ShouldBe("run.json names no profile");

    private static string Of(string run, string journal) => CertificateNumber.Of(Encoding.UTF8.GetBytes(run), Encoding.UTF8.GetBytes(journal));
}
