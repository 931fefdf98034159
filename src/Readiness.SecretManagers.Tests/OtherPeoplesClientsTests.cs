namespace Readiness.SecretManagers.Tests;

/// <summary>Clients of the vendors and of others read from the played managers: what is played is their protocol, and not only what its author took it for.</summary>
internal sealed class OtherPeoplesClientsTests
{
    [Test]
    public async Task Boto3_reads_from_aws()
    {
        await using var stand = await OpenAws();

        ReadsAsFromAws((await ClientScript.Python("read-aws.py", Environment(stand))).ToJsonString());

        stand.Exchanges.Select(exchange => (exchange.Request.Operation, exchange.Status)).ShouldBe(
            [("aws-get-secret-value", 200), ("aws-get-secret-value", 200), ("aws-get-secret-value", 400)]);
    }

    [Test]
    public async Task The_client_of_aws_for_javascript_reads_from_aws()
    {
        await using var stand = await OpenAws();

        ReadsAsFromAws((await ClientScript.Node("read-aws.mjs", Environment(stand))).ToJsonString());
    }

    [Test]
    public async Task Node_vault_logs_in_and_reads_from_vault()
    {
        await using var stand = await Stand.Open(SecretManagerKind.Vault);

        var read = await ClientScript.Node("read-vault.mjs", new Dictionary<string, string>
        {
            ["MANAGER_URL"] = stand["vault.url"],
            ["ROLE_ID"] = stand["vault.roleId"],
            ["SECRET_ID"] = stand["vault.secretId"],
            ["MOUNT"] = stand["vault.mount"],
            ["VAULT_PATH"] = stand["vault.path"],
        });

        read.ToJsonString().ShouldBe($$$"""{"sealed":false,"kind":"approle","version":1,"current":{"client_id":"toy","client_secret":"{{{Stand.FirstSecret}}}"},"error":404}""");
    }

    private static async Task<Stand> OpenAws()
    {
        var stand = await Stand.Open(SecretManagerKind.Aws);
        stand.Write(Stand.SecondSecret);
        return stand;
    }

    private static Dictionary<string, string> Environment(Stand stand) => new()
    {
        ["MANAGER_URL"] = stand["aws.url"],
        ["AWS_REGION"] = stand["aws.region"],
        ["ACCESS_KEY"] = stand["aws.accessKeyId"],
        ["SECRET_KEY"] = stand["aws.secretAccessKey"],
        ["SECRET_ID"] = stand["aws.secretId"],
    };

    private static void ReadsAsFromAws(string read) => read.ShouldBe(
        $$"""{"current":{"client_id":"toy","client_secret":"{{Stand.SecondSecret}}"},"previous":{"client_id":"toy","client_secret":"{{Stand.FirstSecret}}"},"""
        + """
        "stages":["AWSCURRENT"],"error":"Secrets Manager can\u0027t find the specified secret."}
        """);
}
