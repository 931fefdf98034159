namespace Readiness.Checklist;

/// <summary>A page of the provider's documentation.</summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Url">Where it is, for a reader to follow.</param>
public sealed record SourcePage(string Title, Uri Url);
