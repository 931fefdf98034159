namespace Readiness.Recording;

/// <summary>Where a text stands, spelled out only when something is found there.</summary>
internal readonly record struct Place(string Root, JsonRedaction? Within = null)
{
    public override string ToString() => Within?.Where(Root) ?? Root;
}
