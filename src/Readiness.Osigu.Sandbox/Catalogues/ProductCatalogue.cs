namespace Readiness.Osigu.Sandbox;

/// <summary>The global catalogue, and which of its products are registered for the provider. Outlives a reset of the data, as catalogues do.</summary>
internal sealed class ProductCatalogue
{
    private readonly Dictionary<string, Product> byCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> registered = new(StringComparer.Ordinal);

    public IEnumerable<Product> All => byCode.Values;

    public IEnumerable<Product> Registered => byCode.Values.Where(product => registered.Contains(product.Code));

    public Product? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The product where it exists and is registered; else null.</summary>
    public Product? Usable(string code) => registered.Contains(code) ? Find(code) : null;

    public Product Add(Product product, bool register)
    {
        byCode[product.Code] = product;
        if (register)
        {
            registered.Add(product.Code);
        }

        return product;
    }

    public void Register(Product product) => registered.Add(product.Code);

    /// <returns>False where it was not registered.</returns>
    public bool Remove(string code) => registered.Remove(code);
}
