using Readiness.Sandbox.Hosting;
using Readiness.Sandbox.OtherRoutes;
using Readiness.Sandbox.Provider;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace Readiness.Sandbox.WireMock;

/// <summary>
/// WireMock.Net with a partner's own mapping files. It listens on loopback behind the sandbox's host, which keeps what WireMock
/// hides: raw bytes, times, resets.
/// </summary>
/// <remarks>Found by name, as only one of the package sets has it: see <see cref="MappingFiles"/>.</remarks>
public sealed class WireMockRoutes : IOtherRoutes
{
    private const string Unmatched = "X-No-Mapping";

    private readonly WireMockServer server;
    private readonly ForwardedRoutes routes;

    /// <param name="files">Mapping files in WireMock.Net's format.</param>
    /// <exception cref="MappingFilesException">Files that WireMock.Net does not take.</exception>
    public WireMockRoutes(IReadOnlyList<string> files)
    {
        server = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });
        try
        {
            Read(files);

            // Taken where nothing else matches: the smallest number comes first.
            server.Given(Request.Create().WithPath("/*").UsingAnyMethod()).AtPriority(int.MaxValue).RespondWith(Response.Create().WithStatusCode(404).WithHeader(Unmatched, "true"));
            routes = new ForwardedRoutes("wiremock", new Uri(server.Url!), Unmatched);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public string Party => routes.Party;

    public Task<ProviderAnswer?> Answer(IWireExchange exchange, CancellationToken cancellation) => routes.Answer(exchange, cancellation);

    public async ValueTask DisposeAsync()
    {
        await routes.DisposeAsync();
        server.Stop();
        server.Dispose();
    }

    /// <summary>One after another: reading a whole folder, WireMock.Net leaves out what it cannot read.</summary>
    private void Read(IReadOnlyList<string> files)
    {
        var problems = new List<string>();
        foreach (var file in files)
        {
            try
            {
                if (!server.ReadStaticMappingAndAddOrUpdate(file))
                {
                    problems.Add($"{file} cannot be read");
                }
            }
            catch (Exception fault)
            {
                problems.Add($"{file} holds no mapping of WireMock.Net: {fault.Message}");
            }
        }

        if (problems.Count > 0)
        {
            throw new MappingFilesException(problems);
        }
    }
}
