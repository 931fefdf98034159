using System.Net;
using System.Net.Sockets;

namespace Readiness.Osigu.Sandbox;

/// <summary>From where an address can be reached, as far as it shows by itself. Nothing is looked up.</summary>
internal static class HostReach
{
    // RFC 2606, RFC 6761, RFC 6762, and what container hosts call themselves.
    private static readonly string[] NeverPublic = [".localhost", ".local", ".test", ".internal", ".lan", ".home.arpa", ".invalid"];

    /// <returns><c>local</c> for this machine and closed networks; <c>public</c> otherwise.</returns>
    public static string Of(Uri address) => IsLocal(address) ? "local" : "public";

    private static bool IsLocal(Uri address)
    {
        if (IPAddress.TryParse(address.Host.Trim('[', ']'), out var number))
        {
            return IPAddress.IsLoopback(number) || IsPrivate(number);
        }

        // A name without a dot is one of a container network or of this machine.
        return !address.Host.Contains('.', StringComparison.Ordinal) || NeverPublic.Any(ending => address.Host.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsPrivate(IPAddress number)
    {
        var plain = number.IsIPv4MappedToIPv6 ? number.MapToIPv4() : number;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? plain.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..] or [0, ..] or [100, >= 64 and <= 127, ..] or [127, ..]
            : plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.Equals(IPAddress.IPv6Any);
    }
}
