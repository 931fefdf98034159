using System.Text;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class SignatureTests
{
    private const long Time = 1751385600;
    private const string First = """{"event_id":"evt_TEST0001","event_type":"authorization.created"}""";
    private const string Second = "{\"event_id\": \"evt_TEST0002\", \"data\": {\"last_name\": \"López\"}}\n";
    private const string Third = """{"event_id":"evt_TEST0003","data":{"last_name":"L\u00f3pez","amount":12.50}}""";

    [TestCase(First, "osg_test_secret_A", "4bdf236a1d5340707ac1af93ba296dd671aac36e7b7601f305ef554a11c93443")]
    [TestCase(First, "osg_test_secret_B", "9cb6979face5699132146360b59c3a989b7c69fd75e1d41012660d13997db17e")]
    [TestCase(Second, "osg_test_secret_A", "a7a7821bc80bb7de9b386edca0fffc4af192f55f1cd15170727e31c6748800c5")]
    [TestCase(Second, "osg_test_secret_B", "5de44e336c7d360354d029f291b2efc8d02507fad1adfcac7d10ba2ad8fec448")]
    [TestCase(Third, "osg_test_secret_A", "1e67f7efc9de1b5dc3e45ce361924b1d431c32bb89cae05e970d8f27da793f4a")]
    [TestCase(Third, "osg_test_secret_B", "ebd990533842382c97d10ea61f1de51458fa9d044942361102cd47a5e0a9f7f5")]
    public void The_MAC_covers_the_time_and_the_raw_body(string body, string secret, string mac) =>
        OsiguSignature.Mac(secret, Time, Encoding.UTF8.GetBytes(body)).ShouldBe(mac);

    [Test]
    public void The_header_has_no_space_and_lower_case_hex() =>
        OsiguSignature.Header("osg_test_secret_A", Time, Encoding.UTF8.GetBytes(First))
            .ShouldBe("t=1751385600,v1=4bdf236a1d5340707ac1af93ba296dd671aac36e7b7601f305ef554a11c93443");

    [Test]
    public void A_rotation_has_a_value_for_each_secret() =>
        OsiguSignature.Header(["osg_test_secret_B", "osg_test_secret_A"], Time, Encoding.UTF8.GetBytes(First)).ShouldBe(
            "t=1751385600,v1=9cb6979face5699132146360b59c3a989b7c69fd75e1d41012660d13997db17e,v1=4bdf236a1d5340707ac1af93ba296dd671aac36e7b7601f305ef554a11c93443");
}
