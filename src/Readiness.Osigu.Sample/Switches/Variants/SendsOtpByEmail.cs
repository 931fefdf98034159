using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Has passwords sent by e-mail.</summary>
internal sealed class SendsOtpByEmail : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/otp/send", StringComparison.Ordinal))
        {
            var body = await JsonBody.ReadAsync(request, cancel);
            body["channel"] = "EMAIL";
            JsonBody.Replace(request, body);
        }

        return await send(request);
    }));
}
