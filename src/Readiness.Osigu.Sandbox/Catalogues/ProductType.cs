namespace Readiness.Osigu.Sandbox;

/// <summary>What a product is; a sponsor decides type by type.</summary>
public enum ProductType
{
    Medication,
    Lab,
    Imaging,
    Procedure,
}
