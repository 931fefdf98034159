using System.IO.Compression;
using System.Text;
using Readiness.Sealing.Leaks;

namespace Readiness.Sealing.Tests;

/// <summary>Positive controls: whatever is planted in whichever file stops the packaging, with its place and never its value.</summary>
public sealed class LeakTests
{
    private const string Secret = "cs_7Qm+vR2/x8Lk&T4w";

    private readonly MintedValues minted = new();
    private SealedRun run = null!;

    [OneTimeSetUp]
    public void Mint()
    {
        minted.Register("client.secret", Secret, MintedKind.Secret);
        minted.Register("first_name", "Begoña Zimora", MintedKind.Personal, "S1");
        minted.Register("short", "Noé", MintedKind.Personal, "S1");
    }

    [SetUp]
    public void Run() => run = new();

    [TearDown]
    public void Clean() => run.Dispose();

    [Test]
    public async Task A_clean_run_is_packed_and_says_what_was_searched_for()
    {
        await run.Seal(known: KnownValues.Of(minted));

        SealedRun.Verify(run.Package).Line("leaks").ShouldEndWith("files were searched for 1 secrets and 1 personal values before they were packed");
    }

    [Test]
    public async Task A_run_that_was_over_says_that_its_secrets_were_not_known()
    {
        await run.Seal();

        SealedRun.Verify(run.Package).Line("leaks").ShouldStartWith("packed after the run was over, when nobody knew its secrets any more");
    }

    [Test]
    public void A_secret_is_found_in_every_file_in_every_encoding()
    {
        (string Encoding, string Text)[] forms =
        [
            ("plain", Secret),
            ("base64", Convert.ToBase64String(Encoding.UTF8.GetBytes($"id:{Secret}"))),
            ("hex", Convert.ToHexString(Encoding.UTF8.GetBytes(Secret))),
            ("url", Uri.EscapeDataString(Secret)),
            ("json", Secret.Replace("&", "\\u0026", StringComparison.Ordinal).Replace("+", "\\u002B", StringComparison.Ordinal)),
            ("html", Secret.Replace("&", "&amp;", StringComparison.Ordinal)),
        ];
        foreach (var path in Directory.GetFiles(run.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("integration-output.txt", StringComparison.Ordinal)))
        {
            var before = File.ReadAllBytes(path);
            foreach (var (encoding, text) in forms)
            {
                File.AppendAllText(path, $" {text} ");
                var name = Path.GetRelativePath(run.Folder, path).Replace('\\', '/');

                Places().ShouldContain(place => place.StartsWith(name, StringComparison.Ordinal) && place.EndsWith($" holds client.secret, encoded as {encoding}", StringComparison.Ordinal), $"{name}, {encoding}");
                File.WriteAllBytes(path, before);
            }
        }
    }

    [Test]
    public void It_is_found_in_an_archive_that_somebody_brought()
    {
        using (var zip = ZipFile.Open(Path.Combine(run.Folder, "evidence", "TOY-LOG-01", "proof.zip"), ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry("config.yml").Open()))
        {
            writer.Write($"secret: {Secret}");
        }

        var leak = Should.ThrowAsync<LeakException>(() => run.Seal(known: KnownValues.Of(minted))).Result;
        leak.Places.ShouldBe(["evidence/TOY-LOG-01/proof.zip!/config.yml:1 holds client.secret, encoded as plain"]);
        leak.IsInEvidenceAlone.ShouldBeTrue();
        leak.Message.ShouldNotContain(Secret);
    }

    [TestCase("Begoña Zimora")]
    [TestCase("Bego\\u00F1a Zimora")]
    [TestCase("Bego%C3%B1a%20Zimora")]
    public void A_persons_value_is_found_in_the_clear(string text)
    {
        File.AppendAllText(Path.Combine(run.Folder, "junit.xml"), text);

        Places().ShouldHaveSingleItem().ShouldContain("holds [S1 first_name] (a person's data)");
    }

    [Test]
    public async Task What_only_looks_like_one_stops_nothing()
    {
        await File.AppendAllTextAsync(Path.Combine(run.Folder, "evidence", "TOY-LOG-01", "reseña.txt"), $"Noé {Convert.ToBase64String("Begoña Zimora"u8)} \"email\": \"security@partner.example\"");

        await run.Seal(known: KnownValues.Of(minted));
    }

    [TestCase("""{"last_name":"Muñoz"}""", "last_name")]
    [TestCase("""{"body":"{\"document_number\":\"2846957\"}"}""", "document_number")]
    [TestCase("""{\u0022email\u0022:\u0022a@b.example\u0022}""", "email")]
    [TestCase("""{"date_of_birth": 19870304}""", "date_of_birth")]
    public void A_personal_field_in_the_clear_is_found_also_when_the_run_is_over(string text, string field)
    {
        File.AppendAllText(Path.Combine(run.Folder, "run.json"), text);

        Should.ThrowAsync<LeakException>(() => run.Seal()).Result.Places.ShouldHaveSingleItem().ShouldEndWith($" holds the field {field} in the clear");
    }

    [TestCase("""{"last_name":"[S1 last_name]","email":"","phone":null,"emails":3,"mail":"[3ee2761634, 12 chars]"}""")]
    public async Task A_personal_field_that_is_masked_is_none(string text)
    {
        await File.AppendAllTextAsync(Path.Combine(run.Folder, "evidence", "TOY-LOG-01", "x.json"), text);
        Directory.CreateDirectory(Path.Combine(run.Folder, "allure-results"));
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "allure-results", "x-attachment.json"), text);

        await run.Seal();
    }

    [Test]
    public async Task The_sealing_key_itself_is_a_secret_and_a_package_of_before_is_gone()
    {
        await run.Seal();
        var pem = SealKey.New();
        using var key = SealKey.Read(pem);
        await File.WriteAllTextAsync(Path.Combine(run.Folder, "evidence", "TOY-LOG-01", "oops.pem"), pem);

        var leak = await Should.ThrowAsync<LeakException>(() => run.Seal(key));

        leak.Places.ShouldAllBe(place => place.StartsWith("evidence/TOY-LOG-01/oops.pem:", StringComparison.Ordinal) && place.Contains(" holds seal.key,", StringComparison.Ordinal));
        File.Exists(Path.Combine(run.Folder, "package.zip")).ShouldBeFalse();
    }

    private IReadOnlyList<string> Places() => Should.ThrowAsync<LeakException>(() => run.Seal(known: KnownValues.Of(minted))).Result.Places;
}
