namespace Readiness.Configuration.Tests;

/// <summary>What the configuration says of the certificate: language, validity, and the digest of what is tested.</summary>
public sealed class CertificateSettingsTests
{
    [Test]
    public void It_is_english_valid_for_three_months_and_names_no_digest_unless_it_is_declared()
    {
        using var bench = Workbench.Complete();

        var configuration = bench.Configuration();

        configuration.Reports.ShouldBe(new ReportSettings { Language = "en", ValidMonths = 3 });
        configuration.Integration.Artefact.ShouldBeNull();
    }

    [Test]
    public void A_language_is_taken_in_any_case_and_kept_as_it_is_spelled()
    {
        using var bench = Workbench.Complete().File("""{ "reports": { "language": "PT-br", "validMonths": 6 } }""");

        bench.Configuration().Reports.ShouldBe(new ReportSettings { Language = "pt-BR", ValidMonths = 6 });
    }

    [Test]
    public void An_artefact_starts_from_the_folder_of_the_file()
    {
        using var bench = Workbench.Complete().File("shop", "out/shop.jar").File("""{ "integration": { "artefact": "out/shop.jar" } }""");

        bench.Configuration().Integration.Artefact.ShouldBe(new ArtefactSettings("out/shop.jar", Path.Combine(bench.Folder, "out", "shop.jar")));
    }

    [Test]
    public void A_folder_may_be_what_is_tested()
    {
        using var bench = Workbench.Complete().File("shop", "out/shop.jar").File("""{ "integration": { "artefact": "out" } }""");

        bench.Configuration().Integration.Artefact!.Path.ShouldBe(Path.Combine(bench.Folder, "out"));
    }

    [Test]
    public void Of_a_full_path_the_certificate_shows_the_last_part_alone()
    {
        using var bench = Workbench.Complete().File("shop", "out/shop.jar");
        bench.Option("integration.artefact", Path.Combine(bench.Folder, "out", "shop.jar"));

        bench.Configuration().Integration.Artefact.ShouldBe(new ArtefactSettings("shop.jar", Path.Combine(bench.Folder, "out", "shop.jar")));
    }

    [Test]
    public void An_artefact_that_is_not_there_is_refused_before_anything_runs()
    {
        using var bench = Workbench.Complete().File("""{ "integration": { "artefact": "out/shop.jar" } }""");

        bench.Problems().ShouldBe(
        [
            $"readiness.json:1 | integration.artefact | there is no file or folder {Path.Combine(bench.Folder, "out", "shop.jar")} "
            + "| the file or folder that is tested; its path starts from the folder of the configuration file "
            + "| build it first, correct the path, or remove the entry: the certificate then names no digest",
        ]);
    }

    [Test]
    public void A_language_that_there_is_not_is_refused()
    {
        using var bench = Workbench.Complete().File("""{ "reports": { "language": "fr" } }""");

        bench.Problems().Single().ShouldContain("reports.language | ");
    }

    [TestCase("{}", 10)]
    [TestCase("""{ "mail": { "maxMegabytes": 25 } }""", 25)]
    public void An_email_may_measure_ten_megabytes_unless_another_number_is_given(string file, int megabytes)
    {
        using var bench = Workbench.Complete().File(file);

        bench.Configuration().Mail.MaxMegabytes.ShouldBe(megabytes);
    }

    [Test]
    public void An_email_without_room_is_refused()
    {
        using var bench = Workbench.Complete().File("""{ "mail": { "maxMegabytes": 0 } }""");

        bench.Problems().Single().ShouldContain("mail.maxMegabytes | ");
    }
}
