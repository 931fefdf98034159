using System.Text.Json.Nodes;
using Readiness.Recording;

namespace Readiness.SecretManagers.Tests;

internal sealed class AwsTests
{
    [TestCase("readiness/toy")]
    [TestCase("arn:aws:secretsmanager:us-east-1:123456789012:secret:readiness/toy-a1B2c3")]
    [TestCase("arn:aws:secretsmanager:us-east-1:123456789012:secret:readiness/toy")]
    public async Task The_current_version_is_given_by_name_or_arn(string id)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        var (status, answer) = await new AwsRequest { Body = $$"""{"SecretId":"{{id}}"}""" }.Send(stand);

        status.ShouldBe(200);
        answer.Select(field => field.Key).ShouldBe(["ARN", "CreatedDate", "Name", "SecretString", "VersionId", "VersionStages"]);
        answer["Name"]!.GetValue<string>().ShouldBe("readiness/toy");
        answer["ARN"]!.GetValue<string>().ShouldBe("arn:aws:secretsmanager:us-east-1:123456789012:secret:readiness/toy-a1B2c3");
        answer["VersionStages"]!.ToJsonString().ShouldBe("[\"AWSCURRENT\"]");
        answer["SecretString"]!.GetValue<string>().ShouldBe($$"""{"client_id":"toy","client_secret":"{{Stand.FirstSecret}}"}""");
    }

    [TestCase("AWSCURRENT", Stand.SecondSecret, "2")]
    [TestCase("AWSPREVIOUS", Stand.FirstSecret, "1")]
    public async Task The_version_before_is_given_by_its_stage(string stage, string secret, string version)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);
        stand.Write(Stand.SecondSecret);

        var (_, answer) = await new AwsRequest { Body = $$"""{"SecretId":"readiness/toy","VersionStage":"{{stage}}"}""" }.Send(stand);

        answer["SecretString"]!.GetValue<string>().ShouldContain(secret);
        answer["VersionStages"]!.ToJsonString().ShouldBe($"[\"{stage}\"]");
        stand.Exchanges[0].Annotation("secret.version").ShouldBe(version);
    }

    [Test]
    public async Task A_version_is_given_by_its_id_as_the_description_lists_it()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);
        stand.Write(Stand.SecondSecret);

        var (_, description) = await new AwsRequest { Action = "DescribeSecret" }.Send(stand);
        var versions = description["VersionIdsToStages"]!.AsObject();
        var previous = versions.Single(version => version.Value!.ToJsonString() == "[\"AWSPREVIOUS\"]").Key;
        var (_, answer) = await new AwsRequest { Body = new JsonObject { ["SecretId"] = "readiness/toy", ["VersionId"] = previous }.ToJsonString() }.Send(stand);

        versions.Count.ShouldBe(2);
        answer["VersionId"]!.GetValue<string>().ShouldBe(previous);
        answer["SecretString"]!.GetValue<string>().ShouldContain(Stand.FirstSecret);
        stand.Exchanges.Select(exchange => exchange.Request.Operation).ShouldBe(["aws-describe-secret", "aws-get-secret-value"]);
    }

    [TestCase("""{"SecretId":"readiness/other"}""", "ResourceNotFoundException", "Secrets Manager can't find the specified secret.")]
    [TestCase("""{"SecretId":"readiness/toy","VersionStage":"AWSPREVIOUS"}""", "ResourceNotFoundException", "Secrets Manager can't find the specified secret value for staging label: AWSPREVIOUS")]
    [TestCase("""{"SecretId":"readiness/toy","VersionId":"x"}""", "ResourceNotFoundException", "Secrets Manager can't find the specified secret value for VersionId: x")]
    public async Task What_is_not_there_is_refused_in_the_words_of_aws(string body, string type, string message)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        var (status, answer) = await new AwsRequest { Body = body }.Send(stand);

        status.ShouldBe(400);
        answer["__type"]!.GetValue<string>().ShouldBe(type);
        answer["Message"]!.GetValue<string>().ShouldBe(message);
    }

    [TestCase("PutSecretValue")]
    [TestCase("ListSecrets")]
    public async Task Other_actions_are_denied(string action)
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        var (_, answer) = await new AwsRequest { Action = action }.Send(stand);

        answer["__type"]!.GetValue<string>().ShouldBe("AccessDeniedException");
        stand.Exchanges[0].Request.Operation.ShouldBe("aws-other");
    }

    [Test]
    public async Task A_request_without_a_signature_is_refused()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        await Refused(stand, new AwsRequest { Authorization = "" }, "MissingAuthenticationTokenException", "no Authorization header");
        await Refused(stand, new AwsRequest { Authorization = "Bearer x" }, "IncompleteSignatureException", "the Authorization header is not of the scheme AWS4-HMAC-SHA256");
        await Refused(stand, new AwsRequest { Authorization = "AWS4-HMAC-SHA256 Credential=a/20250101/us-east-1/secretsmanager/aws4_request, Signature=0" }, "IncompleteSignatureException", "Authorization header requires 'SignedHeaders' parameter.");
        await Refused(stand, new AwsRequest { Authorization = "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0" }, "IncompleteSignatureException", "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term");
    }

    [Test]
    public async Task A_signature_by_another_key_is_refused()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        await Refused(stand, new AwsRequest { AccessKeyId = "AKIDEXAMPLE" }, "UnrecognizedClientException", "an unknown access key, or a session token that was never issued");
        await Refused(stand, new AwsRequest { SecretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" }, "InvalidSignatureException", "the signature is another one than that of the request as it came");
    }

    [Test]
    public async Task A_body_that_was_changed_after_signing_is_refused()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        await Refused(stand, new AwsRequest { OtherBody = """{"SecretId": "readiness/toy"}""" }, "InvalidSignatureException", "the signature is another one than that of the request as it came");
        await Refused(
            stand,
            new AwsRequest { More = [new("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD")], Signed = ["content-type", "host", "x-amz-content-sha256", "x-amz-date", "x-amz-target"] },
            "InvalidSignatureException",
            "X-Amz-Content-Sha256 is not the digest of the body");
    }

    [TestCase(-6, "signed more than 5 minutes ago, by the client's clock")]
    [TestCase(6, "signed more than 5 minutes ahead, by the client's clock")]
    public async Task A_clock_that_is_off_by_more_than_five_minutes_is_refused(int minutes, string looked)
    {
        var clock = new SetClock();
        await using var stand = await Stand.Open(SecretManagerKind.Aws, clock);

        await Refused(stand, new AwsRequest { At = clock.GetUtcNow().AddMinutes(minutes) }, "InvalidSignatureException", looked);
    }

    [TestCase(-4)]
    [TestCase(4)]
    public async Task A_clock_that_is_off_by_four_minutes_is_good(int minutes)
    {
        var clock = new SetClock();
        await using var stand = await Stand.Open(SecretManagerKind.Aws, clock);

        (await new AwsRequest { At = clock.GetUtcNow().AddMinutes(minutes) }.Send(stand)).Status.ShouldBe(200);
    }

    [Test]
    public async Task A_signature_for_something_else_is_refused()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        await Refused(stand, new AwsRequest { Region = "eu-west-1" }, "InvalidSignatureException", "signed for another region than us-east-1");
        await Refused(stand, new AwsRequest { Service = "s3" }, "InvalidSignatureException", "signed for another service than secretsmanager");
        await Refused(stand, new AwsRequest { ScopeDate = "20150830" }, "InvalidSignatureException", "the scope's date is not the request's");
        await Refused(stand, new AwsRequest { Signed = ["content-type", "x-amz-date", "x-amz-target"] }, "InvalidSignatureException", "host is not among the signed headers");
        await Refused(stand, new AwsRequest { Signed = ["content-type", "host", "x-amz-date"] }, "InvalidSignatureException", "not signed: x-amz-target");
        await Refused(stand, new AwsRequest { Signed = ["host", "content-type", "x-amz-date", "x-amz-target"] }, "InvalidSignatureException", "the signed headers are not in order");
    }

    [Test]
    public async Task The_journal_shows_the_exchange_and_no_secret()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Aws);

        await new AwsRequest().Send(stand);

        var read = stand.Exchanges.ShouldHaveSingleItem();
        read.Request.Operation.ShouldBe("aws-get-secret-value");
        read.Request.Party.ShouldBe("aws-secrets-manager");
        read.RequestHeader("X-Amz-Target").ShouldBe("secretsmanager.GetSecretValue");
        read.Response!.Body.Text.ShouldNotContain(Stand.FirstSecret);
        read.Response.Headers.Value("x-amzn-RequestId").ShouldNotBeNull();
    }

    private static async Task Refused(Stand stand, AwsRequest request, string type, string looked)
    {
        var (status, answer) = await request.Send(stand);

        status.ShouldBe(400);
        answer["__type"]!.GetValue<string>().ShouldBe(type);
        stand.Exchanges[^1].Annotation("looked").ShouldStartWith(looked);
        stand.Exchanges[^1].Annotation("secret.version").ShouldBeNull();
    }
}
