namespace Readiness.SecretManagers;

/// <summary>One version of a managed secret.</summary>
/// <param name="Number">From 1, as Vault counts.</param>
/// <param name="Id">A UUID, as AWS names versions.</param>
/// <param name="Values">What is kept under which key, such as <c>client_secret</c>.</param>
public sealed record SecretVersion(int Number, string Id, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, string> Values);
