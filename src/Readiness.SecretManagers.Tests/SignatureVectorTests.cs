using Readiness.Recording;
using Readiness.SecretManagers.Aws;

namespace Readiness.SecretManagers.Tests;

/// <summary>The published vectors of the "AWS Signature Version 4 test suite", by their names there.</summary>
/// <remarks>Access key and secret are the suite's: AKIDEXAMPLE, 2015-08-30 12:36:00 UTC, us-east-1, service "service".</remarks>
internal sealed class SignatureVectorTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string Moment = "20150830T123600Z";
    private static readonly SigningScope Scope = new("20150830", "us-east-1", "service");

    [TestCase("GET", "/", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", TestName = "get-vanilla")]
    [TestCase("POST", "/", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b", TestName = "post-vanilla")]
    [TestCase("GET", "/?Param2=value2&Param1=value1", "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500", TestName = "get-vanilla-query-order-key-case")]
    [TestCase("GET", "/?%E1%88%B4=bar", "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04", TestName = "get-vanilla-utf8-query")]
    [TestCase("GET", "/example1/example2/../..", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", TestName = "get-relative-relative")]
    [TestCase("GET", "/./", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", TestName = "get-slash-dot-slash")]
    [TestCase("GET", "//", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31", TestName = "get-slash")]
    public void Requests_with_the_usual_headers(string method, string target, string signature) =>
        Sign(method, target, ["host", "x-amz-date"]).ShouldBe(signature);

    [Test]
    public void Get_header_value_trim() =>
        Sign("GET", "/", ["host", "my-header1", "my-header2", "x-amz-date"], "", new("My-Header1", " value1"), new("My-Header2", " \"a   b   c\""))
            .ShouldBe("acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736");

    [Test]
    public void Get_header_key_duplicate() =>
        Sign("GET", "/", ["host", "my-header1", "x-amz-date"], "", new("My-Header1", "value2"), new("My-Header1", "value2"), new("My-Header1", "value1"))
            .ShouldBe("c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea");

    [Test]
    public void Post_header_key_sort() =>
        Sign("POST", "/", ["host", "my-header1", "x-amz-date"], "", new Header("My-Header1", "value1"))
            .ShouldBe("c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c");

    [Test]
    public void Post_x_www_form_urlencoded() =>
        Sign("POST", "/", ["content-type", "host", "x-amz-date"], "Param1=value1", new Header("Content-Type", "application/x-www-form-urlencoded"))
            .ShouldBe("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");

    [Test]
    public void The_canonical_request_of_get_vanilla() =>
        SignatureVersion4.Canonical(Request("GET", "/", ""), ["host", "x-amz-date"]).ShouldBe(
            "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:20150830T123600Z\n\nhost;x-amz-date\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private static string Sign(string method, string target, IReadOnlyList<string> signed, string body = "", params IReadOnlyList<Header> more) =>
        SignatureVersion4.Sign(Request(method, target, body, more), signed, Moment, Scope, Secret);

    private static SignedRequest Request(string method, string target, string body, params IReadOnlyList<Header> more) =>
        new(method, target, [new("Host", "example.amazonaws.com"), .. more, new("X-Amz-Date", Moment)], System.Text.Encoding.UTF8.GetBytes(body));
}
