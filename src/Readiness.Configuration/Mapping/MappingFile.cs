using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Readiness.Configuration.Mapping;

/// <summary>Reads the file that <c>driver.mapping</c> names; everything that is wrong in it is told at once, with its line.</summary>
internal sealed class MappingFile(EffectiveSettings settings, ProfileVocabulary profile, ProviderHosts hosts, string folder, List<ConfigurationProblem> problems)
{
    public const string Key = "driver.mapping";

    private static readonly string[] Outcomes = ["succeeded", "failed", "pending", "unknown", "unsupported"];

    /// <summary>Null where none is named, and where it cannot be used, which is then told.</summary>
    public DriverMapping? Read()
    {
        if (settings.Text(Key) is not { } name || string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var before = problems.Count;
        var bytes = Bytes(name);
        new ProductionInFile(hosts.Production, Key, problems).Check(name, Encoding.UTF8.GetString(bytes ?? []).Split('\n'));
        var mapping = bytes is not null && Parsed(bytes, name) is { } root ? new FileReading(new MappingReport(name, problems), profile).Read(root, name, Convert.ToHexStringLower(SHA256.HashData(bytes))) : null;
        return problems.Count > before ? null : mapping;
    }

    private byte[]? Bytes(string name)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name));
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= JsonLayerReader.MaximumBytes && File.ReadAllBytes(path) is var bytes && Utf8.IsValid(bytes))
            {
                return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            }

            Refuse(length > JsonLayerReader.MaximumBytes ? $"{path} has {length} bytes" : $"{path} is not UTF-8");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Refuse(fault is FileNotFoundException or DirectoryNotFoundException ? $"there is no file {path}" : $"{path} cannot be read: {fault.Message}");
        }

        return null;
    }

    private WrittenJson? Parsed(byte[] bytes, string name)
    {
        try
        {
            return WrittenJson.Read(bytes);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            var line = fault is JsonException { LineNumber: { } number } ? number + 1 : 1;
            problems.Add(new() { Where = $"{name}:{line}", Key = Key, Problem = fault.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" "), Expected = "JSON; comments and trailing commas are allowed", Next = "correct the file at that line" });
            return null;
        }
    }

    private void Refuse(string problem) =>
        problems.Add(new() { Where = settings.Where(Key), Key = Key, Problem = problem, Expected = "a JSON file in UTF-8, of at most 1 MiB; its path starts from the folder of the configuration file", Next = "create it, or correct its name; docs/driver-mapping.md shows one" });

    /// <summary>What the file says, once it is JSON.</summary>
    private sealed class FileReading(MappingReport report, ProfileVocabulary profile)
    {
        private readonly ConditionReading conditions = new(report);
        private readonly ValueReading values = new(report);

        public DriverMapping? Read(WrittenJson root, string name, string digest)
        {
            if (!report.IsObject(root, root.Kind == JsonValueKind.Object ? "" : Key, "file"))
            {
                return null;
            }

            if (root.Find("operations") is not { Members.Count: > 0 } operations)
            {
                report.Add(root.Line, "operations", "no operation is mapped", $"operations, such as {profile.Operations.Keys.FirstOrDefault() ?? "order.place"}", "map at least one");
                return null;
            }

            Dictionary<string, MappedOperation> mapped = [];
            report.IsObject(operations, "operations");
            foreach (var member in operations.Members)
            {
                if (profile.Operations.Count > 0 && !profile.Operations.ContainsKey(member.Name))
                {
                    report.Add(member.Line, $"operations.{member.Name}", "the profile has no such operation", string.Join(", ", profile.Operations.Keys), $"write {NearestName.Several(member.Name, profile.Operations.Keys, 1)[0]}");
                }

                if (Operation(member.Value, $"operations.{member.Name}", root, profile.Operations.GetValueOrDefault(member.Name) ?? []) is { } operation)
                {
                    mapped[member.Name] = operation;
                }
            }

            return new() { File = name, Sha256 = digest, Operations = mapped };
        }

        private MappedOperation? Operation(WrittenJson written, string key, WrittenJson root, IReadOnlyCollection<string> input)
        {
            if (!report.IsObject(written, key, "operation"))
            {
                return null;
            }

            var scope = new MappingScope(input, []);
            var requests = Requests(written, key, ref scope);
            var error = Shared("error", out var errorKey);
            if (error is not null)
            {
                report.IsObject(error, errorKey, "error");
            }

            return new()
            {
                Requests = requests,
                Outcomes = [.. Rules(Shared("outcomes", out var outcomesKey), outcomesKey, written.Line)],
                Message = conditions.Places(Shared("message", out var messageKey), messageKey, "$text"),
                ErrorStatus = conditions.Places(error?.Find("status"), $"{errorKey}.status", "$status"),
                ErrorCode = conditions.Places(error?.Find("code"), $"{errorKey}.code"),
                Result = written.Find("result") is { } result ? values.OfAnswer(result, $"{key}.result", scope) : null,
            };

            // What the file says for all operations holds where this one says nothing of its own.
            WrittenJson? Shared(string name, out string at)
            {
                at = written.Find(name) is null ? name : $"{key}.{name}";
                return written.Find(name) ?? root.Find(name);
            }
        }

        private List<MappedRequest> Requests(WrittenJson written, string key, ref MappingScope scope)
        {
            var reading = new RequestReading(report, conditions, values);
            IReadOnlyList<(WrittenJson Request, string Key)> all = (written.Find("request"), written.Find("requests")) switch
            {
                ({ } one, null) => [(one, $"{key}.request")],
                (null, { Kind: JsonValueKind.Array, Elements.Count: > 0 } several) => [.. several.Elements.Select((one, index) => (one, $"{key}.requests.{index}"))],
                _ => [],
            };
            if (all.Count == 0)
            {
                report.Add(written.Line, key, "nothing says what is asked of the API", "request for one request, or requests for a list of them", "write one of the two");
            }

            List<MappedRequest> requests = [];
            foreach (var (one, at) in all)
            {
                if (reading.Read(one, at, scope) is { } request)
                {
                    requests.Add(request);
                    scope = scope with { Saved = [.. scope.Saved.Union(request.Save.Select(saved => saved.Name))] };
                }
            }

            return requests;
        }

        private IEnumerable<OutcomeRule> Rules(WrittenJson? written, string key, int line)
        {
            if (written is not { Kind: JsonValueKind.Array, Elements.Count: > 0 })
            {
                report.Add(written?.Line ?? line, key, "nothing says which answers mean which outcome", "a list such as [{ \"status\": \"2xx\", \"outcome\": \"succeeded\" }], here or for all operations at the top of the file", "write outcomes");
                yield break;
            }

            for (var index = 0; index < written.Elements.Count; index++)
            {
                var (one, at) = (written.Elements[index], $"{key}.{index}");
                var condition = conditions.Condition(one, at, "outcome");
                if (condition is not null && one.Find("outcome") is null)
                {
                    report.Add(one.Line, $"{at}.outcome", "outcome is missing", string.Join(" or ", Outcomes), "set outcome");
                }
                else if (condition is not null && report.Choice(one.Find("outcome")!, $"{at}.outcome", Outcomes) is { } outcome)
                {
                    yield return new(condition, outcome);
                }
            }
        }
    }
}
