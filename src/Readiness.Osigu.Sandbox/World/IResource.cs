namespace Readiness.Osigu.Sandbox;

/// <summary>Something the provider keeps under an identifier.</summary>
internal interface IResource
{
    string Id { get; }

    /// <summary>The stimulus it was made for; null for what belongs to the whole run.</summary>
    string? Stimulus { get; }
}
