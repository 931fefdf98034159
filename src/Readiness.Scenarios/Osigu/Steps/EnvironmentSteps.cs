using Readiness.Osigu.Checks.SandboxReset;
using Readiness.Osigu.Checks.Token;

namespace Readiness.Scenarios.Osigu.Steps;

/// <summary>Steps about credentials and identifiers at the wrong place, judged over the whole run.</summary>
[Binding]
public sealed class EnvironmentSteps(OsiguScene scene)
{
    [Then("^over the whole run the credentials stand in the Basic header of token requests and nowhere else$")]
    public void ThenBasicHeaderOnly() => scene.Stage.Require<CredentialsTravelInTheBasicHeaderOnly>();

    [Then("^over the whole run no credential of another environment arrives$")]
    public void ThenOwnCredentials() => scene.Stage.Require<NoCredentialOfAnotherEnvironmentArrives>();

    [Then("^over the whole run no identifier of another environment arrives$")]
    public void ThenOwnIdentifiers() => scene.Stage.Require<NoIdentifierOfAnotherEnvironmentArrives>();
}
