using System.Net;
using System.Net.Sockets;

namespace Readiness.Drivers.Launch;

/// <summary>A loopback port that nobody listened on a moment ago.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
