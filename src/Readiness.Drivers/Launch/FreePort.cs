using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Readiness.Drivers.Launch;

/// <summary>A loopback port for somebody else to listen on, that nobody listened on a moment ago.</summary>
/// <remarks>
/// It lies below the ports that systems hand out for connections (32768 and up on Linux, 49152 and up elsewhere), or a client could be given it before
/// the listener is there. It is claimed for the life of this process, so that runs side by side are not given the same one.
/// </remarks>
public static class FreePort
{
    private const int Lowest = 20_000;
    private const int Highest = 32_000;
    private const int Tries = 200;

    // Held open: the system lets go of them when the process ends, however it ends.
    private static readonly List<FileStream> Claims = [];

    public static int Find()
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var port = Random.Shared.Next(Lowest, Highest);
            if (IsFree(port) && Claim(port))
            {
                return port;
            }
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var any = new TcpListener(IPAddress.Any, port);
            any.Start();
            any.Stop();
            using var loopback = new TcpListener(IPAddress.Loopback, port);
            loopback.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool Claim(int port)
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"readiness-ports-{Environment.UserName}"));
            var claim = new FileStream(Path.Combine(folder.FullName, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            lock (Claims)
            {
                Claims.Add(claim);
            }

            return true;
        }
        catch (IOException)
        {
            // Another run has it, or the folder cannot be written; after enough of the latter a port is taken unclaimed.
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
