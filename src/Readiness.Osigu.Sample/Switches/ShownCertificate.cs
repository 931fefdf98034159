using System.Security.Cryptography.X509Certificates;

namespace Readiness.Osigu.Sample.Switches;

/// <summary>What a receiver shows of itself.</summary>
/// <param name="Sent">The certificates that are sent beside its own.</param>
internal sealed record ShownCertificate(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Sent);
