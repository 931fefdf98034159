using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Issues prescriptions of version 1.1, with the consent that the patient gave.</summary>
internal sealed class IssuesPrescriptionsV11 : ISwitch
{
    public void Install(IServiceCollection services) => services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
    {
        if (PrescriptionVersion.MakeItOnePointOne(request))
        {
            var body = await JsonBody.ReadAsync(request, cancel);
            body["patient_data_consent"] = true;
            JsonBody.Replace(request, body);
        }

        return await send(request);
    }));
}
