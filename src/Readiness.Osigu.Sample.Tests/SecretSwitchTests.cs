using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Switches.Variants;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>That the sample follows a secret that is replaced in its file, and that switches about secrets do what their names say.</summary>
internal sealed class SecretSwitchTests
{
    private const string Old = "s3cret-of-the-clinic";
    private const string New = "n3w-secret-of-the-clinic";
    private const string NewKey = "osg_test_secret_B";

    [Test]
    public async Task A_secret_is_read_whenever_it_is_used()
    {
        await using var clinic = new TestClinic();

        Replace(clinic);

        (Client(clinic), Webhook(clinic)).ShouldBe((New, NewKey));
    }

    [TestCase("ClientSecretReadAtStart", Old, NewKey)]
    [TestCase("WebhookSecretReadAtStart", New, TestClinic.WebhookSecret)]
    [TestCase("RetiredWebhookSecretsKept", New, TestClinic.WebhookSecret + "," + NewKey)]
    [TestCase("SecretsFromTheEnvironment", Old, TestClinic.WebhookSecret)]
    public async Task After_a_rotation_the_clinic_uses(string name, string client, string webhook)
    {
        await using var clinic = new TestClinic(switches: name);
        Client(clinic);

        Replace(clinic);

        (Client(clinic), Webhook(clinic)).ShouldBe((client, webhook));
    }

    [Test]
    public async Task One_worker_in_two_keeps_the_old_secret()
    {
        await using var clinic = new TestClinic(switches: "OneWorkerKeepsTheOldSecret");
        Client(clinic);

        Replace(clinic);

        ((string[])[Client(clinic), Client(clinic), Client(clinic)]).ShouldBe([Old, New, Old]);
    }

    [Test]
    public async Task A_cache_takes_the_new_secret_up_a_little_later()
    {
        var time = new HandClock();
        await using var clinic = new TestClinic(time: time, switches: "CachesSecretsForAWhile");
        (Client(clinic), Webhook(clinic)).ShouldBe((Old, TestClinic.WebhookSecret));

        Replace(clinic);
        (Client(clinic), Webhook(clinic)).ShouldBe((Old, TestClinic.WebhookSecret));

        time.Advance(CachesSecretsForAWhile.Kept);
        (Client(clinic), Webhook(clinic)).ShouldBe((New, NewKey));
    }

    [Test]
    public async Task The_old_key_stays_beside_the_new_one_for_a_while_only()
    {
        var time = new HandClock();
        await using var clinic = new TestClinic(time: time, switches: "OldWebhookSecretKeptForTheOverlap");
        Webhook(clinic);

        Replace(clinic);
        Webhook(clinic).ShouldBe($"{NewKey},{TestClinic.WebhookSecret}");

        time.Advance(OldWebhookSecretKeptForTheOverlap.Kept);
        Webhook(clinic).ShouldBe(NewKey);
    }

    private static void Replace(TestClinic clinic)
    {
        File.WriteAllText(Path.Combine(clinic.State, "client_secret"), New);
        File.WriteAllText(Path.Combine(clinic.State, "webhook_secret"), NewKey);
    }

    private static string Client(TestClinic clinic) => clinic.Part<ISecrets>().ClientSecret;

    private static string Webhook(TestClinic clinic) => string.Join(',', clinic.Part<ISecrets>().WebhookSecrets);
}
