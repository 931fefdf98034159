namespace Readiness.Osigu.Sandbox.Tests;

public sealed class CatalogueTests
{
    [Test]
    public void Catalogues_are_searched_and_come_in_pages()
    {
        using var client = new Client();

        client.Get("/medical-catalogs/v1/diagnoses?query=R51").Must(200).List("content").Single()!["diagnosis_code"]!.ToString().ShouldBe("R51");
        client.Get("/medical-catalogs/v1/diagnoses?page=1&size=5").Must(200).Body["page"]!.ToJsonString().ShouldBe("""{"size":5,"total_elements":8,"total_pages":2,"number":1}""");
        client.Get("/medical-catalogs/v1/medications?query=med-042").Must(200).List("content").Single()!["product_code"]!.ToString().ShouldBe("MED-042");
        client.Get("/arc/v1/products?product_type=LAB").Must(200).List("content").Single()!["product_code"]!.ToString().ShouldBe("LAB-HEMO");
    }

    [TestCase("?page=-1", "page must be an integer from 0")]
    [TestCase("?size=0", "size must be an integer from 1")]
    [TestCase("?size=many", "size must be an integer from 1")]
    public void A_page_that_cannot_be_is_refused(string query, string missing)
    {
        using var client = new Client();

        client.Get($"/arc/v1/products{query}").Must(422)["missing"].ShouldBe(missing);
    }

    [Test]
    public void A_page_beyond_the_last_is_empty_and_a_large_one_is_lowered()
    {
        using var client = new Client();

        client.Get("/arc/v1/products?page=2147483647&size=100").Must(200).List("content").ShouldBeEmpty();
        client.Get("/arc/v1/products?size=5000").Must(200).Body["page"]!["size"]!.GetValue<int>().ShouldBe(100);
    }

    [Test]
    public void A_product_can_be_used_once_it_is_registered_and_until_it_is_removed()
    {
        using var client = new Client();
        var product = client.Product(rule: ProductRule.LeaveUnregistered);
        client.Get($"/arc/v1/providers/products?query={product.Code}").Must(200).List("content").ShouldBeEmpty();

        client.Post("/arc/v1/providers/products", $$"""{"product_code":"{{product.Code}}"}""").Must(201);
        client.Initiate(client.Person(), product).Must(201);
        client.Get($"/arc/v1/providers/products?query={product.Code}&product_type=MEDICATION").Must(200).List("content").Count.ShouldBe(1);

        client.Delete($"/arc/v1/providers/products/{product.Code}").Must(204).Raw.Body.IsEmpty.ShouldBeTrue();
        client.Delete($"/arc/v1/providers/products/{product.Code}").Must(404);
        client.Initiate(client.Person(), product).Must(422).ErrorCode.ShouldBe("071-104");
        client.Post("/arc/v1/providers/products", """{"product_code":"NOTHING"}""").Must(422)["missing"].ShouldBe("product_code is not in the global catalogue");
    }
}
