using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Readiness.Checklist;
using Readiness.Configuration;

namespace Readiness.Onboarding;

/// <summary>A configuration to begin with, as a file with comments.</summary>
/// <param name="profile">The provider's words.</param>
/// <param name="today">Stands in the forms for statements.</param>
public sealed class ConfigurationDraft(AnswerSheet sheet, ProviderChecklist checklist, ProfileVocabulary profile, DateOnly today)
{
    /// <summary>The name of the mapping file beside the configuration.</summary>
    public const string MappingFile = "readiness.mapping.json";

    /// <summary>The folder with credentials for an integration that already runs, beside the configuration.</summary>
    public const string CredentialFolder = "readiness-secrets";

    /// <summary>The fixed address of the sandbox where the integration already runs.</summary>
    public const string SandboxAddress = "http://127.0.0.1:8085";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a running integration has of the provider, and the harness needs.</summary>
    public static IEnumerable<ProfileCredential> Credentials(AnswerSheet sheet, ProfileVocabulary profile) =>
        profile.Credentials.Where(credential => !credential.ForWebhooks || !sheet.Is(AnswerSheet.Webhook, AnswerSheet.None));

    /// <summary>The file of a credential, from the folder of the configuration.</summary>
    public static string FileOf(ProfileCredential credential) => $"{CredentialFolder}/{credential.Name.Replace('.', '_')}";

    public string Text()
    {
        IEnumerable<string> parts = [Integration(), .. Sandbox(), Driver(), .. Webhook(), .. NotUsed(), Proofs(), Statements()];
        return $$"""
            // Written by 'readiness init'. 'readiness config' lists every key and what holds; 'readiness doctor' tries whether all of it works together.
            {
              // Editors check the file by it, and say what each key means.
              "$schema": {{Json(ConfigurationSchema.FileName)}},

              "profile": {{Json(checklist.Profile)}},

            {{string.Join("\n\n", parts)}}
            }

            """;
    }

    private string Integration() => Questions.IsLaunched(sheet) ? Launched() : Attached();

    private string Launched()
    {
        var words = CommandWords.Of(sheet[AnswerSheet.Command])!;
        var prefix = string.Concat(checklist.Profile.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'));
        return $$"""
              "integration": {
                "name": {{Json(sheet[AnswerSheet.Name])}},
                // "version": "1.0.0",

                // The harness starts this program for every run and ends it again.
                "launch": {
                  "command": {{Json(words[0])}},
                  "args": [{{string.Join(", ", words.Skip(1).Select(Json))}}],
                  // Answers 2xx once the program is ready. Without it, the first operation shows whether it is.
                  {{(sheet.Is(AnswerSheet.Driver, "stdio") ? "// " : "")}}"ready": {{Json($"{Questions.Address(sheet)}/health")}},
                  // Write here what your program reads. {secrets.dir} is a folder with the files client_id, client_secret and webhook_secret, made for
                  // each run; {client.id}, {client.secret} and {webhook.secret} are the same as values. {state.dir} is a folder for your data: empty when
                  // the run begins, and the same after each restart.
                  "environment": {
                    "PORT": "{integration.port}",
                    "{{prefix}}_API_URL": "{sandbox.url}",
                    "{{prefix}}_TOKEN_URL": "{token.url}",
                    "SECRETS_DIR": "{secrets.dir}",
                    "STATE_DIR": "{state.dir}"
                  }
                }
              },
            """;
    }

    private string Attached()
    {
        var credentials = string.Join(",\n", Credentials(sheet, profile).Select(credential => $"      {Json(credential.Name)}: {Json($"file:{FileOf(credential)}")}"));
        return $$"""
              "integration": {
                "name": {{Json(sheet[AnswerSheet.Name])}},
                // "version": "1.0.0",

                // It runs already. docs/attach.md of the harness tells the rest.
                "attach": {
                  // Answers 2xx while it is ready.
                  // "ready": {{Json($"{Questions.Address(sheet)}/health")}},
                  // Some items need a restart. Without one of the two, what needs it is listed as not proven.
                  // "restart": { "command": "docker", "args": ["compose", "restart", "clinic"] }
                  // "restart": { "prompt": true }
                },
                // Made up for the sandbox. Give the integration the same, or let these point to what it has: file:PATH or env:NAME.
                "credentials": {
            {{credentials}}
                }
              },
            """;
    }

    private IEnumerable<string> Sandbox()
    {
        if (Questions.IsLaunched(sheet)) yield break;
        yield return $$"""
              // Point the integration here. For containers and other hosts: listen on 0.0.0.0, and put the address that the integration calls into publicUrl.
              "sandbox": { "listen": "{{SandboxAddress}}" },
            """;
    }

    private string Driver()
    {
        var address = Questions.Address(sheet);
        var (comment, entries) = sheet[AnswerSheet.Driver].ToLowerInvariant() switch
        {
            "stdio" => ("Operations come as lines on standard input, and are answered on standard output: docs/driver.md of the harness.", """ "kind": "stdio" """),
            "mapping" => ($"Operations become requests to your own API, as {MappingFile} says.", $$""" "kind": "mapping", "url": {{Json(address)}}, "mapping": {{Json(MappingFile)}} """),
            "manual" => ("A person at the terminal does each operation, and says what the screen showed: docs/driver-manual.md of the harness.", """ "kind": "manual" """),
            _ => ("One small endpoint of your test build: POST {driver.url}/operations/{operation}. docs/driver.md of the harness lists the operations.", $$""" "url": {{Json($"{address}/driver")}} """),
        };
        return $$"""
              // {{comment}}
              "driver": { {{entries.Trim()}} },
            """;
    }

    private IEnumerable<string> Webhook()
    {
        if (sheet.Is(AnswerSheet.Webhook, AnswerSheet.None)) yield break;
        yield return $$"""  "webhook": { "url": {{Json(sheet[AnswerSheet.Webhook])}} },""";
    }

    private IEnumerable<string> NotUsed()
    {
        var names = profile.Capabilities.Where(name => sheet.Names(AnswerSheet.NotUsed).Contains(name, StringComparer.OrdinalIgnoreCase)).ToList();
        if (names.Count == 0) yield break;
        var entries = string.Join(",\n", names.Select(name => $"    {Json(name)}: {{ \"used\": false, \"reason\": {Json(sheet[AnswerSheet.Why(name)])} }}"));
        yield return $$"""
              // What is not named here counts as used.
              "capabilities": {
            {{entries}}
              },
            """;
    }

    private string Proofs() => Questions.IsLaunched(sheet) ? """
          // With these, more is proven and less has to be stated. Take the marks of comment away where they fit.
          // Your program posts its alerts to {alerts.url}, which goes into its environment above: docs/monitoring.md.
          // "monitoring": { "alerts": "sink", "withinSeconds": 120 },
          // A second sandbox plays production, and your program runs against that as well: docs/production.md.
          // "production": { "process": "second" },
          // The folders with your source are searched for secrets, and a new secret comes in mid-run: docs/secrets.md.
          // "secrets": { "roots": ["src"], "rotation": { "channel": "file", "withinSeconds": 30 } },
        """ : """
          // With this, more is proven and less has to be stated. Take the marks of comment away, and name the folders with your source: docs/secrets.md.
          // "secrets": { "roots": ["src"] },
        """;

    private string Statements()
    {
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var forms = checklist.Items.Where(item => item.TakesStatement).Select(item => $$"""
                // {{item.Statement}}
                // {{Json(item.Id.Value)}}: { "name": "", "role": "", "date": "{{day}}", "statement": "" },
            """);
        return $$"""
              // What cannot be seen from outside is stated by a named person. Fill in a form and take the marks of comment away once that person has said it.
              "attestations": {
            {{string.Join("\n", forms)}}
              }
            """;
    }

    private static string Json(string text) => JsonSerializer.Serialize(text, Readable);
}
