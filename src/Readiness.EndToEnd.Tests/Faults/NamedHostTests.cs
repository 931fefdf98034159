using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>An integration that still points elsewhere is told by where the provider's host stands.</summary>
public sealed class NamedHostTests
{
    [Test]
    public async Task A_provider_host_in_the_integrations_settings_is_told_with_its_place()
    {
        var host = await Hosts.Production();
        var fault = DoctorCase.Of(
            "other-host-named",
            c => (c.Variables()["API_URL"], c.Variables()["TOKEN_URL"]) = ("http://127.0.0.1:1", "http://127.0.0.1:1"),
            "no request reached the sandbox", $"{host} in .env:2");
        await Examined.Proves(fault with { Files = new Dictionary<string, string> { [".env"] = $"# the provider\nPROVIDER_URL=https://{host}\n" } });
    }
}
