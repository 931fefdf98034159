using Readiness.Recording;
using Readiness.Sandbox.Certificates;

namespace Readiness.Sandbox.Tests;

/// <summary>Programs in other languages come to trust a run's authority in the ways that docs/tls.md names, and without them are told apart as those that do not.</summary>
internal sealed class TrustTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("readiness-trust-").FullName;
    private readonly RunAuthority authority = new(TimeProvider.System);
    private TrustFiles files = null!;

    [OneTimeSetUp]
    public void Write() => files = TrustFiles.Write(folder, authority.Certificate);

    [OneTimeTearDown]
    public void Remove()
    {
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public Task Node_by_a_variable_that_adds() =>
        Trusts(url => OtherProgram.Run("node", ["get.mjs", url]), url => OtherProgram.Run("node", ["get.mjs", url], ("NODE_EXTRA_CA_CERTS", files.Authority)));

    [Test]
    public Task Python_by_a_variable_that_replaces() =>
        Trusts(url => OtherProgram.Run("python3", ["get_urllib.py", url]), url => OtherProgram.Run("python3", ["get_urllib.py", url], ("SSL_CERT_FILE", files.Bundle)));

    [Test]
    public async Task Requests_for_Python_by_a_variable_of_its_own()
    {
        if ((await OtherProgram.Run("python3", ["-c", "import requests"])).Code != 0)
        {
            Assert.Ignore("requests is not installed for python3: trust was not tried with it");
        }

        await Trusts(url => OtherProgram.Run("python3", ["get_requests.py", url]), url => OtherProgram.Run("python3", ["get_requests.py", url], ("REQUESTS_CA_BUNDLE", files.Bundle)));
    }

    [Test]
    public Task Java_by_its_trust_store() =>
        Trusts(url => OtherProgram.Run("java", ["Get.java", url]), url => OtherProgram.Run("java", [$"-Djavax.net.ssl.trustStore={files.TrustStore}", "Get.java", url]));

    [Test]
    public Task Curl_by_an_option() =>
        Trusts(url => Curl(url), url => Curl(url, "--cacert", files.Authority));

    [Test]
    public async Task Php_by_a_setting()
    {
        if ((await OtherProgram.Run("php", ["-r", "exit(extension_loaded('curl') ? 0 : 1);"])).Code != 0)
        {
            Assert.Ignore("php has no curl here: trust was not tried with it");
        }

        await Trusts(url => OtherProgram.Run("php", ["get.php", url]), url => OtherProgram.Run("php", ["-d", $"curl.cainfo={files.Bundle}", "get.php", url]));
    }

    [Test]
    public async Task Java_finds_the_authorities_of_this_machine_in_the_store_too()
    {
        var listed = await OtherProgram.Run("keytool", ["-list", "-keystore", files.TrustStore, "-storepass", "changeit"]);

        listed.Code.ShouldBe(0, listed.Output);
        var entries = listed.Output.Split('\n').Count(line => line.Contains("trustedCertEntry", StringComparison.Ordinal));
        entries.ShouldBe((await File.ReadAllTextAsync(files.Bundle)).Split("-----BEGIN CERTIFICATE-----").Length - 1);
    }

    [Test]
    public async Task No_file_holds_a_key()
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            (await File.ReadAllTextAsync(file)).ShouldNotContain("PRIVATE");
        }

        (await File.ReadAllTextAsync(files.Authority)).ShouldStartWith("-----BEGIN CERTIFICATE-----\n");
        Directory.GetFiles(folder).Length.ShouldBe(3);
    }

    private static Task<(int Code, string Output, string Error)> Curl(string url, params IEnumerable<string> trust) =>
        OtherProgram.Run("curl", ["--silent", "--show-error", "--output", "/dev/null", "--write-out", "%{http_code}", .. trust, url]);

    private async Task Trusts(Func<string, Task<(int Code, string Output, string Error)>> without, Func<string, Task<(int Code, string Output, string Error)>> with)
    {
        await using var desk = await Desk.Open(new(), authority);
        var url = new Uri(desk.Url, "/read").ToString();

        (await without(url)).Code.ShouldNotBe(0);
        (await desk.Recorder.WaitUntil(journal => journal.NotesNamed(NoteNames.UnreadableRequest).Any(), Desk.Limit)).ShouldBeTrue();
        desk.Recorder.Snapshot().NotesNamed(NoteNames.UnreadableRequest).ShouldAllBe(note => note["kind"] == "NotTrusted");
        desk.Exchanges.ShouldBeEmpty();

        var (code, output, error) = await with(url);
        (code, output).ShouldBe((0, "200"), error);
        desk.Exchanges.ShouldHaveSingleItem().Status.ShouldBe(200);
    }
}
