namespace Readiness.Osigu.Sandbox.Tests;

/// <summary>The names under which operations stand in the journal: checks and scenarios rest on them.</summary>
public sealed class RouteTests
{
    [TestCase("POST", "/v1/oauth/token", "token")]
    [TestCase("GET", "/v1/sponsors", "sponsors")]
    [TestCase("GET", "/v1/sponsors/a/forms", "sponsor-forms")]
    [TestCase("POST", "/v1/sponsors/a/search", "search-beneficiary")]
    [TestCase("GET", "/arc/v1/sponsors/a/configuration", "sponsor-configuration")]
    [TestCase("POST", "/arc/v1/authorization-requests", "initiate-authorization")]
    [TestCase("POST", "/arc/v1/authorization-requests/a/indications", "attach-indication")]
    [TestCase("POST", "/arc/v1/authorization-requests/a/complete", "complete-authorization")]
    [TestCase("GET", "/arc/v1/authorization-requests/a", "read-authorization")]
    [TestCase("POST", "/arc/v1/authorizations/a/void", "void-authorization")]
    [TestCase("POST", "/dispensing/v1/dispensations", "start-dispensation")]
    [TestCase("POST", "/dispensing/v1/dispensations/a/complete", "complete-dispensation")]
    [TestCase("GET", "/dispensing/v1/dispensations/a", "read-dispensation")]
    [TestCase("GET", "/dispensing/v1/dispensations", "list-dispensations")]
    [TestCase("POST", "/dispensing/v1/dispensations/a/void", "void-dispensation")]
    [TestCase("GET", "/ehr/v1/patients", "find-patient")]
    [TestCase("POST", "/ehr/v1/patients", "create-patient")]
    [TestCase("POST", "/ehr/v1/prescriptions", "create-prescription")]
    [TestCase("POST", "/ehr/v1.1/prescriptions", "create-prescription-v1.1")]
    [TestCase("POST", "/ehr/v2/prescriptions", "create-prescription-v2")]
    [TestCase("POST", "/v1/otp/send", "send-otp")]
    [TestCase("POST", "/otp/generate", "send-otp-generated")]
    [TestCase("POST", "/v1/otp/validate", "validate-otp")]
    [TestCase("POST", "/otp/validate", "validate-otp-generated")]
    [TestCase("POST", "/arc/v1/biometric-readings", "create-biometric-reading")]
    [TestCase("GET", "/arc/v1/biometric-readings/a", "read-biometric-reading")]
    [TestCase("GET", "/dispensing/v1/dispensations/a/verification-status", "read-verification-status")]
    [TestCase("POST", "/arc/v1/outpatient-care-claim", "create-claim")]
    [TestCase("GET", "/arc/v1/outpatient-care-claim/a", "read-claim")]
    [TestCase("POST", "/arc/v1/outpatient-care-claim/a/complete", "complete-claim")]
    [TestCase("POST", "/arc/v1/outpatient-care-claim/a/void", "void-claim")]
    [TestCase("POST", "/v3/settlements", "create-settlement")]
    [TestCase("GET", "/v3/settlements/a", "read-settlement")]
    [TestCase("GET", "/v3/settlements/a/pending-authorizations", "list-pending-claims")]
    [TestCase("POST", "/v3/settlements/a/authorizations", "attach-claims")]
    [TestCase("POST", "/v3/settlements/a/documents", "upload-settlement-document")]
    [TestCase("POST", "/v3/settlements/a/dispatch", "dispatch-settlement")]
    [TestCase("POST", "/webhooks/v1/subscriptions", "subscribe")]
    [TestCase("GET", "/webhooks/v1/subscriptions", "list-subscriptions")]
    [TestCase("DELETE", "/webhooks/v1/subscriptions/a", "unsubscribe")]
    [TestCase("GET", "/medical-catalogs/v1/diagnoses", "list-diagnoses")]
    [TestCase("GET", "/medical-catalogs/v1/medications", "list-medications")]
    [TestCase("GET", "/arc/v1/products", "list-products")]
    [TestCase("GET", "/arc/v1/providers/products", "list-provider-products")]
    [TestCase("POST", "/arc/v1/providers/products", "register-provider-product")]
    [TestCase("DELETE", "/arc/v1/providers/products/a", "remove-provider-product")]
    public void Each_address_has_its_operation(string method, string path, string operation)
    {
        using var client = new Client();

        client.Sandbox.Route(method, path)!.Operation.ShouldBe(operation);
    }

    [Test]
    public void Parameters_of_the_path_are_decoded()
    {
        using var client = new Client();

        client.Sandbox.Route("GET", "/v1/sponsors/a%20b/forms")!.Parameters["slug"].ShouldBe("a b");
    }

    [TestCase("GET", "/")]
    [TestCase("GET", "/v1/sponsors//forms")]
    [TestCase("HEAD", "/v1/sponsors")]
    [TestCase("post", "/v1/oauth/token")]
    public void Anything_else_has_none(string method, string path)
    {
        using var client = new Client();

        client.Sandbox.Route(method, path).ShouldBeNull();
    }
}
