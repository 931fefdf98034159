using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Readiness.Benchmarks.Throughput;

/// <summary>Kestrel as it comes, with nothing behind it than the reading of the body and the same answer.</summary>
internal sealed class BareKestrel : IServer
{
    private WebApplication? server;

    public string Name => "bare Kestrel";

    public async Task<Uri> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(async context =>
        {
            var body = new byte[(int)context.Request.ContentLength!];
            await context.Request.Body.ReadExactlyAsync(body);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Traffic.Answer.Length;
            await context.Response.Body.WriteAsync(Traffic.Answer);
        });
        await server.StartAsync();
        return new Uri(server.Urls.Single());
    }

    public async ValueTask DisposeAsync() => await server!.DisposeAsync();
}
