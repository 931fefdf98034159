using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Readiness.Osigu.Sample.Switches.Variants;

/// <summary>Issues prescriptions of version 2, with the patient's consent and a hash that the doctor's key has signed.</summary>
internal sealed class IssuesPrescriptionsV2 : ISwitch
{
    public void Install(IServiceCollection services)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        services.AddApiLayer(15, _ => new AroundCall(async (request, send, cancel) =>
        {
            if (PrescriptionVersion.MakeIt(request, "v2"))
            {
                var body = await JsonBody.ReadAsync(request, cancel);
                body["patient_data_consent"] = true;
                body.Remove("signed_hash");
                body["signed_hash"] = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(body.ToJsonString()), HashAlgorithmName.SHA256));
                JsonBody.Replace(request, body);
            }

            return await send(request);
        }));
    }
}
