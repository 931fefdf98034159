using System.IO.Compression;
using System.Text;
using Readiness.Osigu.Sample.Repository;
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

    [Test]
    public async Task The_sample_lays_its_source_down_with_a_history_and_an_archive()
    {
        await using var clinic = new TestClinic();

        var folder = Lay(clinic);

        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith(".git/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe([".env.example", ".gitignore", "Settings/ClinicSettings.cs", "Settings/MountedSecrets.cs", "build/clinic.zip"]);
        Text(folder, ".git/HEAD").ShouldBe("ref: refs/heads/main\n");
        Directory.EnumerateFiles(Path.Combine(folder, ".git", "objects"), "*", SearchOption.AllDirectories).Count().ShouldBe(9);
    }

    [TestCase("SecretInTheSource", "Settings/Osigu.cs", Old)]
    [TestCase("DatabasePasswordInTheSource", "deploy/production.yaml", "database: postgres://clinic:")]
    [TestCase("PlaceholdersInTheTree", "deploy/compose.yaml", "${OSIGU_CLIENT_SECRET}")]
    public async Task A_file_of_the_tree_holds(string name, string file, string text)
    {
        await using var clinic = new TestClinic(switches: name);

        Text(Lay(clinic), file).ShouldContain(text);
    }

    [Test]
    public async Task A_secret_stands_in_an_old_commit_only()
    {
        await using var clinic = new TestClinic(switches: "SecretInAnOldCommit");
        var commits = clinic.Part<ISourceTree>().Commits;

        commits.Select(files => files.Any(file => Encoding.UTF8.GetString(file.Content).Contains(TestClinic.WebhookSecret, StringComparison.Ordinal))).ShouldBe([true, false]);
        File.Exists(Path.Combine(Lay(clinic), "deploy", "values.yaml")).ShouldBeFalse();
    }

    [Test]
    public async Task An_archive_of_a_build_holds_the_secret_in_base64()
    {
        await using var clinic = new TestClinic(switches: "SecretInABuiltArchive");
        await using var archive = await ZipFile.OpenReadAsync(Path.Combine(Lay(clinic), "build", "release.zip"));
        using var text = new StreamReader(await archive.Entries.ShouldHaveSingleItem().OpenAsync());

        (await text.ReadToEndAsync()).ShouldContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Old)));
    }

    [Test]
    public async Task A_token_request_is_written_to_the_log()
    {
        var before = Console.Out;
        using var written = new StringWriter();
        try
        {
            Console.SetOut(written);
            await using var clinic = new TestClinic(switches: "SecretLogged");
            await clinic.DoAsync("settlement.status", new { settlement_id = "stl_1" });
        }
        finally
        {
            Console.SetOut(before);
        }

        written.ToString().ShouldContain("Authorization: Basic Y2xpbmljLTE6czNjcmV0LW9mLXRoZS1jbGluaWM=");
    }

    [Test]
    public async Task A_bad_signature_is_answered_with_the_key()
    {
        await using var clinic = new TestClinic(switches: "WebhookSecretEchoed");
        await clinic.Application.StartAsync();
        using var http = new HttpClient();
        using var body = new StringContent("{}");

        using var answer = await http.PostAsync(new Uri(clinic.Application.Urls.Single() + "/webhooks/osigu"), body);

        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((401, """{"error":"signature does not match","key":"osg_test_secret_A"}"""));
    }

    private static string Text(string folder, string file) => File.ReadAllText(Path.Combine(folder, file));

    private static string Lay(TestClinic clinic)
    {
        var folder = Path.Combine(clinic.State, "repository");
        RepositoryOnDisk.Lay(folder, clinic.Part<ISourceTree>());
        return folder;
    }

    private static void Replace(TestClinic clinic)
    {
        File.WriteAllText(Path.Combine(clinic.State, "client_secret"), New);
        File.WriteAllText(Path.Combine(clinic.State, "webhook_secret"), NewKey);
    }

    private static string Client(TestClinic clinic) => clinic.Part<ISecrets>().ClientSecret;

    private static string Webhook(TestClinic clinic) => string.Join(',', clinic.Part<ISecrets>().WebhookSecrets);
}
