using System.Text;
using System.Text.Json;
using Readiness.Recording;
using Readiness.Sandbox.Provider;
using Readiness.Toy.Provider;

namespace Readiness.Toy.Tests;

internal sealed class WarehouseTests
{
    private const string Credentials = "grant_type=client_credentials&client_id=shop&client_secret=s3cret-of-the-shop";

    private readonly MintedValues minted = new();
    private Warehouse warehouse = null!;

    [SetUp]
    public void Open() => warehouse = new Warehouse(new TokenDesk("shop", "s3cret-of-the-shop", minted), minted);

    [Test]
    public void A_token_is_given_for_credentials_in_the_body()
    {
        var answer = Call("POST", "/oauth/token", Credentials);

        answer.Status.ShouldBe(200);
        answer.Annotations["token"].ShouldBe("token-1");
        minted.Find(Field(answer, "access_token")).ShouldNotBeNull().Kind.ShouldBe(MintedKind.Secret);
    }

    [Test]
    public void Credentials_in_the_header_do_not_count()
    {
        var answer = Call("POST", "/oauth/token", Credentials, "Basic c2hvcDpzM2NyZXQ=");

        answer.Status.ShouldBe(401);
        answer.Annotations["looked"].ShouldBe("credentials in the header; only those in the body count");
    }

    [TestCase("grant_type=client_credentials", 401, "client_id and client_secret in the body are absent or wrong")]
    [TestCase("grant_type=client_credentials&client_id=shop&client_secret=other", 401, "client_id and client_secret in the body are absent or wrong")]
    [TestCase("grant_type=password&client_id=shop&client_secret=s3cret-of-the-shop", 400, "grant_type=client_credentials in the body")]
    public void Other_token_requests_are_refused_with_the_reason(string form, int status, string looked)
    {
        var answer = Call("POST", "/oauth/token", form);

        answer.Status.ShouldBe(status);
        answer.Annotations["looked"].ShouldBe(looked);
    }

    [Test]
    public void An_order_of_a_known_article_is_accepted()
    {
        var article = warehouse.MintArticle("S1.1");

        var answer = Call("POST", "/orders", $$"""{"article_code":"{{article}}"}""", Bearer());

        answer.Status.ShouldBe(201);
        answer.Annotations["bearer"].ShouldBe("token-1");
        minted.Find(Field(answer, "order_id")).ShouldNotBeNull().Stimulus.ShouldBe("S1.1");
    }

    [TestCase("""{"article_code":"ART-9"}""")]
    [TestCase("{}")]
    [TestCase("<order/>")]
    public void An_order_of_nothing_is_refused(string body) => Call("POST", "/orders", body, Bearer()).Status.ShouldBe(422);

    [Test]
    public void The_stock_of_a_known_article_is_told()
    {
        Field(Call("GET", "/stock/ART-0000", "", Bearer()), "quantity").ShouldBe("12");
        Call("GET", "/stock/ART-9", "", Bearer()).Status.ShouldBe(404);
    }

    [Test]
    public void Without_a_token_that_was_issued_nothing_is_told()
    {
        Call("GET", "/stock/ART-0000", "").Status.ShouldBe(401);
        Call("GET", "/stock/ART-0000", "", "Bearer invented").Annotations["bearer"].ShouldBe("absent");
    }

    [Test]
    public void Other_addresses_do_not_exist() => Call("GET", "/elsewhere", "", Bearer()).Status.ShouldBe(404);

    private string Bearer() => $"Bearer {Field(Call("POST", "/oauth/token", Credentials), "access_token")}";

    private ProviderAnswer Call(string method, string path, string body, string? authorization = null) => warehouse.Answer(new ProviderCall
    {
        Number = 1,
        At = TimeSpan.Zero,
        Method = method,
        Target = path,
        Route = warehouse.Route(method, path),
        Headers = authorization is null ? [] : [new Header("Authorization", authorization)],
        Body = Encoding.UTF8.GetBytes(body),
        Stimulus = "S1.1",
    });

    private static string? Field(ProviderAnswer answer, string name)
    {
        using var body = JsonDocument.Parse(answer.Body);
        return JsonText.At(body.RootElement, $"/{name}");
    }
}
