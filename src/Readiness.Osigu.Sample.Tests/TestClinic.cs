using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample.Tests;

/// <summary>A whole clinic in this process, with a pretended provider and no network.</summary>
internal sealed class TestClinic : IAsyncDisposable
{
    public const string WebhookSecret = "osg_test_secret_A";

    private readonly DirectoryInfo folder;
    private readonly bool ownsFolder;
    private readonly WebApplication application;

    public TestClinic(PretendProvider? provider = null, TimeProvider? time = null, string? stateOf = null, OtherEnvironment? other = null, params string[] switches)
    {
        Provider = provider ?? new PretendProvider();
        ownsFolder = stateOf is null;
        folder = stateOf is null ? Directory.CreateTempSubdirectory("clinic-") : new DirectoryInfo(stateOf);
        File.WriteAllText(Path.Combine(folder.FullName, "client_id"), "clinic-1");
        File.WriteAllText(Path.Combine(folder.FullName, "client_secret"), "s3cret-of-the-clinic");
        File.WriteAllText(Path.Combine(folder.FullName, "webhook_secret"), WebhookSecret);
        application = ClinicApplication.Build(
            new ClinicSettings
            {
                ListenUrls = "http://127.0.0.1:0",
                ApiUrl = new Uri("http://provider.test"),
                TokenUrl = new Uri("http://provider.test/v1/oauth/token"),
                SecretsDirectory = folder.FullName,
                StateDirectory = folder.FullName,
                PublicUrl = new Uri("http://clinic.test"),
                Other = other,
                SecretStore = new SecretStoreSettings { Url = new Uri("http://manager.test"), Identity = "identity", Key = "key", Place = "secret", Secret = "readiness/clinic" },
                Switches = switches,
            },
            services =>
            {
                services.AddSingleton(new Transport(() => Provider));
                if (time is not null)
                {
                    services.AddSingleton(time);
                }
            });
    }

    public PretendProvider Provider { get; }

    public string State => folder.FullName;

    public WebApplication Application => application;

    public T Part<T>()
        where T : notnull => application.Services.GetRequiredService<T>();

    /// <summary>As a clerk would, with the faults of the provider put into words.</summary>
    public async Task<Outcome> DoAsync(string operation, object input)
    {
        try
        {
            return await application.Services.GetRequiredKeyedService<IOperation>(operation)
                .RunAsync(JsonSerializer.SerializeToElement(input), CancellationToken.None);
        }
        catch (ProviderFault fault)
        {
            return Wording.Of(fault);
        }
    }

    public async Task<JsonNode> ResultAsync(string operation, object input) => (await DoAsync(operation, input)).Result!;

    /// <summary>Hands an event to the receiver as the provider would, signed for this moment of the clinic's clock.</summary>
    public Task<WebhookAnswer> DeliverAsync(string body)
    {
        var (header, bytes) = Signing.Sign(body, WebhookSecret, Part<TimeProvider>().GetUtcNow().ToUnixTimeSeconds());
        return Part<IWebhookReceiver>().ReceiveAsync(new WebhookDelivery(header, bytes), CancellationToken.None);
    }

    public void WorkOff() => Part<EventWorker>().WorkOff();

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
        {
            folder.Delete(recursive: true);
        }
    }
}
