using System.Security.Cryptography;
using Readiness.Recording;

namespace Readiness.Osigu.Sandbox;

/// <summary>Words in which sponsors say no. Each carries a reference of its own, so that a reason that was surfaced can be told from another.</summary>
internal static class RejectionReasons
{
    /// <summary>A reason that is long and not ASCII, made known as <c>rejection_reason</c>.</summary>
    public static string Mint(MintedValues minted, string? stimulus)
    {
        var reference = RandomNumberGenerator.GetString("0123456789", 8);
        return Known(
            minted,
            $"El período de carencia de la póliza aún no se ha cumplido; la atención nº {reference} queda excluida según el artículo 12.º de las condiciones "
            + "particulares («exclusões temporárias»), y podrá solicitarse de nuevo cuando el médico tratante acompañe la documentación clínica completa.",
            stimulus);
    }

    public static string Known(MintedValues minted, string reason, string? stimulus) =>
        minted.Register("rejection_reason", reason, MintedKind.Identifier, stimulus).Value;
}
