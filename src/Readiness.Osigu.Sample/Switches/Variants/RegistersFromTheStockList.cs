using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Readiness.Osigu.Sample.Provider;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Puts what was refused on the stock list; a job registers that list some seconds later, away from any order.</summary>
internal sealed class RegistersFromTheStockList : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var stock = new ConcurrentQueue<HttpRequestMessage>();
        services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
        {
            var products = await ProviderProducts.NamedInAsync(request, cancel);
            var answer = await send(request);
            if (products.Count > 0 && await ProviderProducts.AreMissingAsync(answer, cancel))
            {
                foreach (var product in products)
                {
                    stock.Enqueue(ProviderProducts.Registration(request, product));
                }
            }

            return answer;
        }));
        services.AddHostedService(all => new Job(stock, all.GetServices<ApiLayer>(), all.GetRequiredService<Transport>(), all));
    }

    /// <summary>Has a connection of its own, as a job in another process would.</summary>
    private sealed class Job(ConcurrentQueue<HttpRequestMessage> stock, IEnumerable<ApiLayer> layers, Transport transport, IServiceProvider all) : BackgroundService
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            using var client = new HttpClient(transport.Under([layers.First(layer => layer.Name == ApiLayer.Bearer).Create(all)]));
            var time = all.GetRequiredService<TimeProvider>();
            while (!stoppingToken.IsCancellationRequested)
            {
                var due = stock.Count;
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                for (; due > 0 && !stoppingToken.IsCancellationRequested && stock.TryDequeue(out var registration); due--)
                {
                    using (registration)
                    {
                        try
                        {
                            (await client.SendAsync(registration, stoppingToken)).Dispose();
                        }
                        catch (Exception fault) when (fault is HttpRequestException or ProviderFault)
                        {
                            // A job that ended with the first outage would take the clinic with it.
                            await Console.Error.WriteLineAsync($"a product was not registered: {fault.Message}");
                        }
                    }
                }
            }
        }
    }
}
