using Microsoft.Extensions.DependencyInjection;
using Readiness.Osigu.Sample.Provider.Authorizations;
using Readiness.Osigu.Sample.Storage;

namespace Readiness.Osigu.Sample.Switches.Flaws;

/// <summary>Writes the answer to complete over whatever is there, a decision that overtook it included.</summary>
internal sealed class AnswerOverwritesTheDecision : ISwitch
{
    public void Install(IServiceCollection services) => services.Wrap<IAuthorizationApi>((inner, all) => new AroundCompletion(inner, async (requestId, complete, _) =>
    {
        var answer = await complete();
        all.GetRequiredService<ClinicDatabase>().InOneTransaction(connection =>
            connection.Run("DELETE FROM authorizations WHERE authorization_request_id = $request", ("$request", requestId)));
        return answer;
    }));
}
