using System.Text;

namespace Readiness.Osigu.Sandbox.Tests;

public sealed class TokenTests
{
    private static readonly string[] TwoTokens = ["token-1", "token-2"];

    [TestCase("grant_type=client_credentials", "")]
    [TestCase("", "?grant_type=client_credentials")]
    public void A_token_is_issued_for_a_grant_type_in_body_or_query(string body, string query)
    {
        using var client = new Client();

        var answer = client.Token(body, query).Must(200);

        answer.Text("token_type").ShouldBe("bearer");
        answer.Text("expires_in").ShouldBe("3600");
        answer.Text("scope").ShouldBe("arc:read arc:write dispensing:read dispensing:write ehr:read ehr:write");
        answer["token"].ShouldBe("token-1");
        answer.Text("access_token").Split('.').Length.ShouldBe(3);
        client.Minted.Find(answer.Text("access_token"))!.Name.ShouldBe("token-1");
    }

    [TestCase("grant_type=password")]
    [TestCase("")]
    public void Another_grant_is_refused(string body)
    {
        using var client = new Client();

        var answer = client.Token(body).Must(400);

        answer.Text("error").ShouldBe("unsupported_grant_type");
        answer["looked"].ShouldBe("grant_type=client_credentials in the body or the query");
        client.Sandbox.Tokens.Issued.ShouldBe(0);
    }

    [Test]
    public void Credentials_outside_the_Basic_header_are_refused_even_when_they_are_right()
    {
        using var client = new Client(new OsiguOptions { BasicOnly = true });
        var pair = $"client_id={client.Credentials.ClientId}&client_secret={client.Credentials.ClientSecret}";

        var inBody = client.Token($"grant_type=client_credentials&{pair}").Must(401);
        var inQuery = client.Token("grant_type=client_credentials", $"?{pair}").Must(401);

        inBody.Text("error").ShouldBe("invalid_client");
        inBody["looked"].ShouldBe("credentials in the body; only the Basic header counts");
        inQuery["looked"].ShouldBe("credentials in the query; only the Basic header counts");
    }

    [Test]
    public void Credentials_beside_a_good_Basic_header_are_left_to_a_check_unless_the_options_refuse_them()
    {
        using var client = new Client();
        var body = Encoding.UTF8.GetBytes($"grant_type=client_credentials&client_id={client.Credentials.ClientId}&client_secret={client.Credentials.ClientSecret}");

        client.Send("POST", "/v1/oauth/token", body, [new("Authorization", client.Basic)]).Must(200);
        client.Send("POST", "/v1/oauth/token", body, []).Must(401)["looked"].ShouldBe("credentials in the body; only the Basic header counts");
        client.Send("POST", "/v1/oauth/token", body, [new("Authorization", Client.Pair("nobody", "x"))]).Must(401);
    }

    [Test]
    public void Wrong_credentials_are_refused_and_the_journal_says_which()
    {
        using var client = new Client();

        client.Token("grant_type=client_credentials", authorization: Client.Pair("nobody", "x")).Must(401)["looked"].ShouldBe("an unknown client id in the Basic header");
        client.Token("grant_type=client_credentials", authorization: Client.Pair(client.Credentials.ClientId, "x")).Must(401)["looked"].ShouldBe("a wrong client secret in the Basic header");
        client.Token("grant_type=client_credentials", authorization: "Basic %%%").Must(401)["looked"].ShouldBe("the Basic credentials are not Base64");
        client.Token("grant_type=client_credentials", authorization: "Bearer x").Must(401)["looked"].ShouldBe("the Authorization header is not of the scheme Basic");
    }

    [Test]
    public void While_the_client_secret_is_rotated_both_are_taken_and_then_only_the_new_one()
    {
        using var client = new Client();
        var next = client.Credentials.WithNewClientSecret(client.Minted);
        var renewed = Client.Pair(next.ClientId, next.ClientSecret);

        client.Token("grant_type=client_credentials", authorization: renewed).Must(401);
        client.Sandbox.Secrets.Add(next);
        client.Token().Must(200);
        client.Token("grant_type=client_credentials", authorization: renewed).Must(200);
        client.Sandbox.Secrets.RetireOlder();
        client.Token().Must(401)["looked"].ShouldBe("a wrong client secret in the Basic header");
        client.Token("grant_type=client_credentials", authorization: renewed).Must(200);
        client.Sandbox.Secrets.Readmit(client.Credentials);
        client.Token().Must(200);
        client.Minted.Find(next.ClientSecret)!.Name.ShouldBe("client.secret.rotated");
    }

    [Test]
    public void Percent_encoded_credentials_are_the_same_credentials()
    {
        using var client = new Client();
        var encoded = Client.Pair(client.Credentials.ClientId.Replace("-", "%2D", StringComparison.Ordinal), client.Credentials.ClientSecret);

        client.Token("grant_type=client_credentials", authorization: encoded).Must(200);
    }

    [Test]
    public void An_api_call_names_its_token_and_the_tokens_state()
    {
        using var client = new Client();

        var answer = client.Get("/v1/sponsors").Must(200);

        answer["bearer"].ShouldBe("token-1");
        answer["bearer.state"].ShouldBe("valid");
    }

    [Test]
    public void A_token_expires_after_its_life()
    {
        using var client = new Client();
        client.Get("/v1/sponsors").Must(200);

        client.Clock.Advance(TimeSpan.FromSeconds(3599));
        client.Get("/v1/sponsors").Must(200);
        client.Clock.Advance(TimeSpan.FromSeconds(1));
        var late = client.Get("/v1/sponsors").Must(401);

        late["bearer.state"].ShouldBe("expired");
        late["looked"].ShouldBe("token-1 is expired");
        late.ErrorCode.ShouldBe("071-401");
    }

    [Test]
    public void Revoking_names_the_tokens_that_were_still_valid()
    {
        using var client = new Client();
        client.Get("/v1/sponsors").Must(200);
        client.Token().Must(200);

        client.Sandbox.Tokens.RevokeAll().ShouldBe(TwoTokens);
        client.Sandbox.Tokens.RevokeAll().ShouldBeEmpty();
        client.Get("/v1/sponsors").Must(401)["bearer.state"].ShouldBe("revoked");
        client.Sandbox.Tokens.Issued.ShouldBe(2);
    }

    [Test]
    public void A_call_without_a_token_or_with_an_invented_one_is_refused()
    {
        using var client = new Client();

        client.Send("GET", "/v1/sponsors", [], []).Must(401)["bearer"].ShouldBe("absent");
        client.Send("GET", "/v1/sponsors", [], [new("Authorization", "Bearer invented")]).Must(401)["bearer"].ShouldBe("unknown");
        client.Send("GET", "/v1/sponsors", [], [new("Authorization", client.Basic)]).Must(401)["looked"].ShouldBe("the Authorization header is not of the scheme Bearer");
    }

    [Test]
    public void Authentication_comes_before_the_body()
    {
        using var client = new Client();

        client.Send("POST", "/arc/v1/authorization-requests", "{"u8.ToArray(), []).Must(401);
    }

    [Test]
    public void An_opaque_token_of_another_life_can_be_chosen()
    {
        using var client = new Client(new OsiguOptions { TokenFormat = TokenFormat.Opaque, TokenLifetime = TimeSpan.FromSeconds(420) });

        var answer = client.Token().Must(200);

        answer.Text("expires_in").ShouldBe("420");
        Guid.TryParse(answer.Text("access_token"), out _).ShouldBeTrue();
    }
}
