namespace Readiness.Toy;

/// <summary>Names of the warehouse's operations, as the journal has them, and of those that the shop offers.</summary>
internal static class ToyOperations
{
    /// <summary><c>POST /orders</c>.</summary>
    public const string PlaceOrder = "place-order";

    /// <summary><c>GET /stock/{article_code}</c>.</summary>
    public const string ReadStock = "read-stock";

    /// <summary>Asked of the shop: orders an article. Input <c>article_code</c>, result <c>order_id</c>.</summary>
    public const string Order = "order.place";

    /// <summary>Asked of the shop: how many of an article there are. Input <c>article_code</c>, result <c>quantity</c>.</summary>
    public const string Stock = "stock.read";
}
