using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Switches;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>The list of switches and the switches themselves.</summary>
internal sealed class SwitchTests
{
    private static IEnumerable<string> Names => SwitchBoard.All.Keys.Order(StringComparer.Ordinal);

    private static JsonElement[] Listed
    {
        get
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Switches", "switches.json")));
            return [.. file.RootElement.GetProperty("switches").Clone().EnumerateArray()];
        }
    }

    [Test]
    public void Every_switch_is_listed_once_and_everything_listed_is_a_switch() =>
        Listed.Select(one => one.GetProperty("name").GetString()).Order(StringComparer.Ordinal).ShouldBe(Names);

    [Test]
    public void A_flaw_says_what_it_breaks_and_a_variant_what_lets_it_through()
    {
        foreach (var one in Listed)
        {
            var name = one.GetProperty("name").GetString()!;
            var isFlaw = SwitchBoard.All[name].Namespace!.EndsWith(".Flaws", StringComparison.Ordinal);
            one.GetProperty("kind").GetString().ShouldBe(isFlaw ? "flaw" : "variant", name);
            one.GetProperty(isFlaw ? "breaks" : "passes").GetString()!.ShouldMatch("^OSG-[A-Z]+-[0-9]{2}$", name);
            one.GetProperty("where").GetString()!.Length.ShouldBeGreaterThan(10, name);
            foreach (var also in one.TryGetProperty("alsoPasses", out var more) ? more.EnumerateArray() : [])
            {
                isFlaw.ShouldBeFalse(name);
                also.GetProperty("item").GetString().ShouldNotBe(one.GetProperty("passes").GetString(), name);
                also.GetProperty("because").GetString()!.Length.ShouldBeGreaterThan(10, name);
            }

            foreach (var also in one.GetProperty("alsoBreaks").EnumerateArray())
            {
                also.GetProperty("item").GetString().ShouldNotBe(isFlaw ? one.GetProperty("breaks").GetString() : "", name);
                also.GetProperty("cause").GetString()!.Length.ShouldBeGreaterThan(10, name);
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_clinic_with_the_switch_can_be_put_together_and_still_answers(string name)
    {
        await using var clinic = new TestClinic(switches: name);

        clinic.Part<IWebhookReceiver>().ShouldNotBeNull();
        foreach (var operation in new[] { "beneficiary.search", "authorization.request", "dispensation.dispense", "prescription.issue", "claim.submit", "settlement.dispatch", "state.resync" })
        {
            clinic.Application.Services.GetRequiredKeyedService<IOperation>(operation).ShouldNotBeNull();
        }

        (await clinic.ResultAsync("effects.count", new { })).ToJsonString().ShouldBe("""{"count":0}""");
    }

    [Test]
    public void An_unknown_name_stops_the_start_and_lists_the_known_ones() =>
        Should.Throw<SettingsException>(() => SwitchBoard.Install(new ServiceCollection(), ["NoSuchThing"]))
            .Message.ShouldStartWith("CLINIC_SWITCHES names NoSuchThing, which does not exist. Known: AbandonsIncompleteRequests, AcceptedEventsWaitInMemory,");
}
