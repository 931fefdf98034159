using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Readiness.Osigu.Sample.Clinic;
using Readiness.Osigu.Sample.Counter;
using Readiness.Osigu.Sample.Driver;
using Readiness.Osigu.Sample.Monitoring;
using Readiness.Osigu.Sample.Provider;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Provider.Beneficiaries;
using Readiness.Osigu.Sample.Provider.Claims;
using Readiness.Osigu.Sample.Provider.Dispensing;
using Readiness.Osigu.Sample.Provider.Prescriptions;
using Readiness.Osigu.Sample.Provider.Resilience;
using Readiness.Osigu.Sample.Provider.Settlements;
using Readiness.Osigu.Sample.Provider.Subscriptions;
using Readiness.Osigu.Sample.Provider.Tokens;
using Readiness.Osigu.Sample.Repository;
using Readiness.Osigu.Sample.Settings;
using Readiness.Osigu.Sample.Storage;
using Readiness.Osigu.Sample.Switches;
using Readiness.Osigu.Sample.Webhooks;

namespace Readiness.Osigu.Sample;

/// <summary>Puts the clinic together.</summary>
internal static class ClinicApplication
{
    /// <param name="settings">What it is told from outside.</param>
    /// <param name="change">Replaces parts, in tests.</param>
    /// <exception cref="SettingsException">A setting is of no use.</exception>
    public static WebApplication Build(ClinicSettings settings, Action<IServiceCollection>? change = null)
    {
        // Settings come from variables and are read once: nothing on the disk has to be watched for them.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(settings.ListenUrls.Split(';'));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = WebhookEndpoint.LargestBody;
        });

        var services = builder.Services;
        services.AddSingleton(settings).AddSingleton<ISecrets, MountedSecrets>().AddSingleton<ISourceTree, ClinicSource>().AddSingleton<AttendingDoctor>().AddSingleton(TimeProvider.System);
        AddStorage(services);
        AddProvider(services);
        AddWebhooks(services);
        AddMonitoring(services);
        AddOperations(services);
        if (settings.AnswersOnStandardOutput)
        {
            services.AddHostedService(all => ActivatorUtilities.CreateInstance<LineDriver>(all, new StandardStreams(Console.OpenStandardInput(), Console.OpenStandardOutput())));
        }

        SwitchBoard.Install(services, settings.Switches);
        change?.Invoke(services);

        var clinic = builder.Build();
        if (settings.RepositoryDirectory is { } folder)
        {
            RepositoryOnDisk.Lay(folder, clinic.Services.GetRequiredService<ISourceTree>());
        }

        clinic.MapGet("/health", () => "ready");
        clinic.MapGet(MetricsEndpoint.Path, MetricsEndpoint.HandleAsync);
        clinic.MapPost(WebhookEndpoint.Path, WebhookEndpoint.HandleAsync);
        clinic.MapPost(DriverEndpoint.Path, clinic.Services.GetRequiredService<DriverEndpoint>().HandleAsync);
        clinic.Services.GetRequiredService<CounterApi>().Map(clinic);
        return clinic;
    }

    private static void AddStorage(IServiceCollection services) => services
        .AddSingleton<ClinicDatabase>()
        .AddSingleton<BeneficiaryBook>()
        .AddSingleton<AuthorizationBook>()
        .AddSingleton<IOpenRequests>(all => all.GetRequiredService<AuthorizationBook>())
        .AddSingleton<IDecisionBook, DecisionBook>()
        .AddSingleton<PrescriptionBook>()
        .AddSingleton<ClaimBook>()
        .AddSingleton<IPasswordBook, PasswordBook>()
        .AddSingleton<OpenDispensationBook>()
        .AddSingleton<SettlementBook>()
        .AddSingleton<NoticeBoard>();

    private static void AddProvider(IServiceCollection services) => services
        .AddSingleton(all => Transport.Network(all.GetRequiredService<ClinicSettings>()))
        .AddSingleton(new RetryRules())
        .AddSingleton(new ApiLayer(ApiLayer.Retry, 10, all => ActivatorUtilities.CreateInstance<RetryHandler>(all)))
        .AddSingleton(new ApiLayer(ApiLayer.Bearer, 20, all => ActivatorUtilities.CreateInstance<BearerHandler>(all)))
        .AddSingleton(new ApiLayer(ApiLayer.AttemptTimeout, 30, all => ActivatorUtilities.CreateInstance<AttemptTimeoutHandler>(all)))
        .AddSingleton(new TokenLayer(all => ActivatorUtilities.CreateInstance<AttemptTimeoutHandler>(all)))
        .AddSingleton(ApiClient)
        .AddSingleton<ITokenExchange>(all => ActivatorUtilities.CreateInstance<TokenExchange>(all, TokenClient(all)))
        .AddSingleton<ITokenIssuer, TokenIssuer>()
        .AddSingleton<IRenewalSchedule, TenMinutesBeforeExpiry>()
        .AddSingleton<ITokenSource, TokenCache>()
        .AddSingleton<SettledWrite>()
        .AddSingleton<ISponsorApi, SponsorApi>()
        .AddSingleton<IAuthorizationApi, AuthorizationApi>()
        .AddSingleton<IDispensingApi, DispensingApi>()
        .AddSingleton<IOtpApi, OtpApi>()
        .AddSingleton<IPrescriptionApi, PrescriptionApi>()
        .AddSingleton<IClaimApi, ClaimApi>()
        .AddSingleton<ISettlementApi, SettlementApi>()
        .AddSingleton<ISubscriptionApi, SubscriptionApi>();

    private static void AddWebhooks(IServiceCollection services) => services
        .AddSingleton<ISignatureCheck, SignatureCheck>()
        .AddSingleton<IWebhookReceiver, WebhookReceiver>()
        .AddSingleton<IInbox, Inbox>()
        .AddSingleton<WorkSignal>()
        .AddSingleton<IEventEffects, EventEffects>()
        .AddSingleton<EventWorker>()
        .AddHostedService(all => all.GetRequiredService<EventWorker>())
        .AddSingleton(SubscriptionTopics.Decisions)
        .AddSingleton<SubscriptionKeeper>()
        .AddHostedService(all => all.GetRequiredService<SubscriptionKeeper>());

    private static void AddMonitoring(IServiceCollection services) => services
        .AddSingleton<ClinicMetrics>()
        .AddSingleton(new ApiLayer("metrics", 25, all => ActivatorUtilities.CreateInstance<CountsAnswers>(all)))
        .AddSingleton(new TokenLayer(all => ActivatorUtilities.CreateInstance<CountsTokenFailures>(all)))
        .AddSingleton(new AlertRules())
        .AddSingleton<AlertEvaluation>()
        .AddSingleton<AlertBell>()
        .AddHostedService(all => all.GetRequiredService<AlertBell>());

    private static void AddOperations(IServiceCollection services) => services
        .AddSingleton<IBeneficiarySearch, FormSearch>()
        .AddSingleton<IFormFilling, FirstFormThatFits>()
        .AddSingleton<ICoverageRule, ActiveMeansCovered>()
        .AddSingleton<BeneficiaryIds>()
        .AddSingleton<IVerification, OtpDesk>()
        .AddSingleton<ICodeChoice, CodeChoice>()
        .AddSingleton<CounterLocks>()
        .AddSingleton<IPatientRegister, PatientRegister>()
        .AddKeyedSingleton<IOperation, SearchBeneficiary>(SearchBeneficiary.Name)
        .AddKeyedSingleton<IOperation, RequestAuthorization>(RequestAuthorization.Name)
        .AddKeyedSingleton<IOperation, ShowAuthorization>(ShowAuthorization.Name)
        .AddKeyedSingleton<IOperation, Dispense>(Dispense.Name)
        .AddKeyedSingleton<IOperation, IssuePrescription>(IssuePrescription.Name)
        .AddKeyedSingleton<IOperation, SubmitClaim>(SubmitClaim.Name)
        .AddKeyedSingleton<IOperation, DispatchSettlement>(DispatchSettlement.Name)
        .AddKeyedSingleton<IOperation, ShowSettlement>(ShowSettlement.Name)
        .AddKeyedSingleton<IOperation, CountEffects>(CountEffects.Name)
        .AddKeyedSingleton<IOperation, Resync>(Resync.Name)
        .AddSingleton<OperationDesk>()
        .AddSingleton<DriverEndpoint>()
        .AddSingleton<SettlementRuns>()
        .AddSingleton<CounterApi>();

    /// <summary>Time-outs belong to the attempts, so the client itself has none.</summary>
    private static OsiguHttp ApiClient(IServiceProvider all)
    {
        var layers = all.GetServices<ApiLayer>().OrderBy(layer => layer.Depth).Select(layer => layer.Create(all)).ToArray();
        return new OsiguHttp(new HttpClient(all.GetRequiredService<Transport>().Under(layers))
        {
            BaseAddress = new Uri(all.GetRequiredService<ClinicSettings>().ApiUrl.ToString().TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        });
    }

    private static HttpClient TokenClient(IServiceProvider all) =>
        new(all.GetRequiredService<Transport>().Under([.. all.GetServices<TokenLayer>().Select(layer => layer.Create(all))]))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
}
