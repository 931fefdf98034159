using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Readiness.EndToEnd.Tests.Sample;

namespace Readiness.EndToEnd.Tests.Manual;

/// <summary>Does with the sample clinic what the screen asks for, and reads the clinic's screen out.</summary>
internal sealed class Clerk : IDisposable
{
    private static readonly string[] Outcomes = ["succeeded", "failed", "pending", "unknown", "unsupported"];

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly int port = FreePort.Find();

    /// <summary>A configuration that launches the clinic and has a person drive it.</summary>
    public JsonObject Configuration(JsonObject driver)
    {
        driver["kind"] = "manual";
        return SampleConfiguration.Of("Clinic without a driver", port, driver);
    }

    /// <summary>Does the next operation that the screen shows.</summary>
    /// <returns>What the clinic answered; null once the program has ended.</returns>
    public async Task<JsonNode?> Do(Screen screen)
    {
        if (await screen.Next("as data: ") is not { } introduction)
        {
            return null;
        }

        var operation = Regex.Matches(introduction, @"--- Operation \d+: (\S+)")[^1].Groups[1].Value;
        var input = JsonNode.Parse((await screen.Next("\n"))!);
        using var answer = await http.PostAsJsonAsync($"http://127.0.0.1:{port}/driver/operations/{operation}", new JsonObject { ["input"] = input });
        return await answer.Content.ReadFromJsonAsync<JsonNode>();
    }

    /// <summary>Answers the questions about one operation.</summary>
    /// <param name="note">What is typed where the last question allows for anything; null for nothing.</param>
    public static async Task Answer(Screen screen, JsonNode answer, string? note = null)
    {
        while (await screen.Next("\n> ", "Thank you.") is { } question && !question.EndsWith("Thank you.", StringComparison.Ordinal))
        {
            var last = question.Contains("Anything to note", StringComparison.Ordinal);
            await screen.Type(last ? note ?? "" : Reply(question, answer));
            note = last ? null : note;
        }
    }

    public void Dispose() => http.Dispose();

    private static string Reply(string question, JsonNode answer)
    {
        var result = answer["result"];
        var entry = Regex.Match(question, @"\(number (\d+) of \d+\)") is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) - 1 : 0;
        (string Asked, Func<JsonNode?> Told)[] known =
        [
            ("What came of it?", () => Array.IndexOf(Outcomes, (string)answer["outcome"]!) + 1),
            ("word for word", () => answer["message"]),
            ("number of an error", () => answer["error"]?["status"]),
            ("did the provider give this person", () => result?["beneficiary_id"]),
            ("Is the person covered?", () => (bool?)result?["coverage_active"] == true ? "yes" : "no"),
            ("identifier of the authorization request", () => result?["authorization_request_id"]),
            ("for the request as a whole", () => result?["status"]),
            ("How many authorizations", () => result?["authorizations"]?.AsArray().Count),
            ("Which code does it have?", () => result?["authorizations"]?[entry]?["authorization_code"]),
            ("Which state does it have?", () => result?["authorizations"]?[entry]?["status"]),
            ("reason for a rejection", () => result?["authorizations"]?[entry]?["rejection_reason"]),
            ("identifier does the dispensation have", () => result?["dispensation_id"]),
            ("for the dispensation?", () => result?["status"]),
            ("How many products", () => result?["products"]?.AsArray().Count),
            ("code does the product have", () => result?["products"]?[entry]?["product_code"]),
            ("Which quantity?", () => result?["products"]?[entry]?["quantity"]),
        ];
        var matching = known.Where(one => question.Contains(one.Asked, StringComparison.Ordinal)).ToArray();
        return matching is [var only] ? only.Told()?.ToString() ?? "" : throw new AssertionException($"{matching.Length} answers are known to:\n{question}");
    }
}
