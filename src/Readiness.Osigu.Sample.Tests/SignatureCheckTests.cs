using System.Text;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>The signature of a delivery, with vectors that were computed elsewhere.</summary>
internal sealed class SignatureCheckTests
{
    private const long SignedAt = 1751385600;
    private const string Plain = """{"event_id":"evt_TEST0001","event_type":"authorization.created"}""";
    private const string PlainWithA = "4bdf236a1d5340707ac1af93ba296dd671aac36e7b7601f305ef554a11c93443";
    private const string PlainWithB = "9cb6979face5699132146360b59c3a989b7c69fd75e1d41012660d13997db17e";

    private static readonly string Wrong = new('0', 64);

    [TestCase(Plain, PlainWithA)]
    [TestCase("{\"event_id\": \"evt_TEST0002\", \"data\": {\"last_name\": \"López\"}}\n", "a7a7821bc80bb7de9b386edca0fffc4af192f55f1cd15170727e31c6748800c5")]
    [TestCase("""{"event_id":"evt_TEST0003","data":{"last_name":"L\u00f3pez","amount":12.50}}""", "1e67f7efc9de1b5dc3e45ce361924b1d431c32bb89cae05e970d8f27da793f4a")]
    public void The_raw_bytes_are_what_is_signed(string body, string mac) =>
        Accepts($"t={SignedAt},v1={mac}", body).ShouldBeTrue();

    [TestCase(-300, true)]
    [TestCase(300, true)]
    [TestCase(-301, false)]
    [TestCase(301, false)]
    public void Three_hundred_seconds_are_allowed_both_ways(int clockOff, bool accepted) =>
        Accepts($"t={SignedAt},v1={PlainWithA}", Plain, clockOff).ShouldBe(accepted);

    [Test]
    public void One_right_value_among_several_is_enough_wherever_it_stands()
    {
        Accepts($"t={SignedAt},v1={PlainWithA},v1={Wrong}", Plain).ShouldBeTrue();
        Accepts($"t={SignedAt},v1={Wrong},v1={PlainWithA},v1={Wrong}", Plain).ShouldBeTrue();
        Accepts($"t={SignedAt},v1={Wrong},v1={PlainWithA}", Plain).ShouldBeTrue();
        Accepts($"t={SignedAt},v1={Wrong},v1={Wrong}", Plain).ShouldBeFalse();
    }

    [Test]
    public void Every_active_secret_counts()
    {
        Accepts($"t={SignedAt},v1={PlainWithB}", Plain).ShouldBeFalse();
        Accepts($"t={SignedAt},v1={PlainWithB}", Plain, 0, "osg_test_secret_A", "osg_test_secret_B").ShouldBeTrue();
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("t=1751385600")]
    [TestCase("v1=" + PlainWithA)]
    [TestCase("t=1751385600,v0=" + PlainWithA)]
    [TestCase("t=,v1=" + PlainWithA)]
    [TestCase("t=-1751385600,v1=" + PlainWithA)]
    [TestCase("t=99999999999999999999999999,v1=" + PlainWithA)]
    [TestCase("t=1751385600,v1=" + PlainWithA + "0")]
    [TestCase("t=1751385600,v1=zz")]
    [TestCase("t=1751385600,t=1751385600,v1=" + PlainWithA)]
    [TestCase(",,,=,=,")]
    [TestCase("t=9223372036854775807,v1=" + PlainWithA)]
    public void A_malformed_header_is_refused_and_nothing_throws(string? header) =>
        Accepts(header, Plain).ShouldBeFalse();

    private static bool Accepts(string? header, string body, int clockOff = 0, params string[] secrets) =>
        new SignatureCheck(new Known(secrets is [] ? ["osg_test_secret_A"] : secrets), new ClockAt(SignedAt + clockOff))
            .Accepts(header, Encoding.UTF8.GetBytes(body));

    private sealed record Known(IReadOnlyList<string> WebhookSecrets) : ISecrets
    {
        public string ClientId => "clinic-1";

        public string ClientSecret => "none";
    }

    private sealed class ClockAt(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
