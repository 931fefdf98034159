using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
using Readiness.Checklist;
using Readiness.Configuration.Mapping;

namespace Readiness.Configuration.Gating;

/// <summary>Reads the policy of the gate; everything that is wrong in it is told at once, with its line.</summary>
public sealed class GatePolicyFile
{
    private const int MostDays = 3650;

    private readonly List<ConfigurationProblem> problems = [];
    private readonly string name;
    private readonly IReadOnlyList<ItemId> items;
    private readonly MappingReport report;

    private GatePolicyFile(string name, IReadOnlyList<ItemId> items)
    {
        (this.name, this.items) = (name, items);
        report = new MappingReport(name, problems);
    }

    /// <param name="path">As it was named; a key that it names starts from its folder.</param>
    /// <param name="items">The items that a policy may name: those of every profile on board.</param>
    /// <returns>The policy, or everything that is wrong with its file.</returns>
    public static (GatePolicy? Policy, IReadOnlyList<ConfigurationProblem> Problems) Read(string path, IReadOnlyList<ItemId> items)
    {
        var file = new GatePolicyFile(path, items);
        var policy = file.Bytes() is { } bytes && file.Parsed(bytes) is { } root ? file.Policy(root, Convert.ToHexStringLower(SHA256.HashData(bytes))) : null;
        return file.problems.Count > 0 ? (null, file.problems) : (policy, []);
    }

    private byte[]? Bytes()
    {
        try
        {
            var length = new FileInfo(name).Length;
            if (length <= JsonLayerReader.MaximumBytes && File.ReadAllBytes(name) is var bytes && Utf8.IsValid(bytes))
            {
                return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            }

            Refuse(length > JsonLayerReader.MaximumBytes ? $"the file has {length} bytes" : "the file is not UTF-8");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Refuse(fault is FileNotFoundException or DirectoryNotFoundException ? $"there is no file {Path.GetFullPath(name)}" : $"it cannot be read: {fault.Message}");
        }

        return null;
    }

    private void Refuse(string problem) =>
        problems.Add(new() { Where = name, Key = "--policy", Problem = problem, Expected = "a JSON file in UTF-8, of at most 1 MiB", Next = "create it, or correct its name; docs/gate.md shows one" });

    private WrittenJson? Parsed(byte[] bytes)
    {
        try
        {
            return WrittenJson.Read(bytes);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            var line = fault is JsonException { LineNumber: { } number } ? (int)number + 1 : 1;
            report.Add(line, "--policy", fault.Message.Split(" LineNumber:")[0].ReplaceLineEndings(" "), "JSON; comments and trailing commas are allowed", "correct the file at that line");
            return null;
        }
    }

    private GatePolicy? Policy(WrittenJson root, string digest) => !IsObject(root, "", "policy") ? null : new GatePolicy
    {
        File = name,
        Sha256 = digest,
        TakesRehearsals = Choice(root, "pace", GatePolicyKeys.Paces) == "compressed",
        Strict = Flag(root, "", "strict"),
        MaximumAgeDays = Days(root, "", "maximumAgeDays"),
        NeedsArtefact = Choice(root, "artefact", GatePolicyKeys.Needs) == "required",
        NeedsSeal = Choice(root, "seal", GatePolicyKeys.Needs) == "required",
        Key = root.Find("key") is { } key && report.Text(key, "key", "the path of a public key in PEM, from the folder of the policy") is { } path ? KeyFile(key, path) : null,
        TakesOtherChecklists = Choice(root, "checklist", GatePolicyKeys.Checklists) == "any",
        Waivable = root.Find("waivers") is { } waivers ? Waivers(waivers) : null,
        StatementDays = Attestations(root) is { } statements ? Days(statements, "attestations", "maximumDays") : null,
        TakesDemonstrations = Attestations(root) is { } shown && Flag(shown, "attestations", "demonstrations"),
        ExpectedFailures = root.Find("expectedFailures") is { } expected ? Expected(expected) : [],
    };

    private string? KeyFile(WrittenJson written, string path)
    {
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(name))!, path));
        if (!File.Exists(full))
        {
            report.Add(written.Line, "key", $"there is no file {full}", "the path of a public key in PEM, from the folder of the policy", "correct it");
        }

        return full;
    }

    // An empty list means that nothing may be waived; without the list the run's own policy says what may.
    private Dictionary<ItemId, WaiverAllowance> Waivers(WrittenJson written)
    {
        Dictionary<ItemId, WaiverAllowance> waivable = [];
        foreach (var (entry, key) in Entries(written, "waivers", "waiver"))
        {
            var (item, days, by) = (Item(entry, key), Days(entry, key, "maximumDays"), Filled(entry, key, "allowedBy", "who allows the item to be waived"));
            _ = entry.Find("note") is { } note ? report.Text(note, $"{key}.note", "text") : null;
            if (item is { } id && !waivable.TryAdd(id, new WaiverAllowance(days, by ?? "")))
            {
                Twice(entry, key, id);
            }
        }

        return waivable;
    }

    private List<ExpectedFailure> Expected(WrittenJson written)
    {
        List<ExpectedFailure> expected = [];
        foreach (var (entry, key) in Entries(written, "expectedFailures", "expectedFailure"))
        {
            var (item, owner, reason, last) = (Item(entry, key), Filled(entry, key, "owner", "who mends it"), Filled(entry, key, "reason", "why it fails"), Filled(entry, key, "expires", "the last day on which the failure is expected"));
            DateOnly day = default;
            if (last is not null && !TypeCheck.IsDate(last, out day))
            {
                report.Add(entry.Find("expires")!.Line, $"{key}.expires", $"'{last}' is not such a date", "a day such as 2026-01-31", "write the last day on which the failure is expected");
            }

            if (item is { } id && expected.Exists(other => other.Item == id))
            {
                Twice(entry, key, id);
            }
            else if (item is { } known)
            {
                expected.Add(new ExpectedFailure(known, owner ?? "", reason ?? "", day));
            }
        }

        return expected;
    }

    private IEnumerable<(WrittenJson Entry, string Key)> Entries(WrittenJson written, string key, string kind)
    {
        if (written.Kind != JsonValueKind.Array)
        {
            report.Add(written.Line, key, $"it is {MappingReport.Named(written)}", "a list", "write [{ … }]");
            return [];
        }

        return written.Elements.Select((entry, index) => (entry, string.Create(CultureInfo.InvariantCulture, $"{key}.{index}"))).Where(one => IsObject(one.entry, one.Item2, kind));
    }

    private ItemId? Item(WrittenJson entry, string key)
    {
        if (Filled(entry, key, "item", "the id of an item") is not { } written)
        {
            return null;
        }

        if (items.FirstOrDefault(known => string.Equals(known.Value, written, StringComparison.OrdinalIgnoreCase)) is { Value: not null } id)
        {
            return id;
        }

        report.Add(entry.Find("item")!.Line, $"{key}.item", $"no checklist item is called '{written}'", "an item, as 'readiness items' lists them", $"write {string.Join(" or ", NearestName.Several(written, items.Select(known => known.Value)))}");
        return null;
    }

    private void Twice(WrittenJson entry, string key, ItemId item) => report.Add(entry.Line, $"{key}.item", $"{item} stands there already", "every item once", "remove one of the two");

    private string? Filled(WrittenJson entry, string key, string field, string expected)
    {
        if (entry.Find(field) is not { } written)
        {
            report.Add(entry.Line, $"{key}.{field}", $"{field} is missing", expected, $"set {field}");
            return null;
        }

        if (report.Text(written, $"{key}.{field}", expected) is not { } text || !string.IsNullOrWhiteSpace(text))
        {
            return written.Kind == JsonValueKind.String ? written.Text.Trim() : null;
        }

        report.Add(written.Line, $"{key}.{field}", "it is empty", expected, $"set {field}");
        return null;
    }

    private string? Choice(WrittenJson root, string field, string[] choices) => root.Find(field) is { } written ? report.Choice(written, field, choices) : null;

    private WrittenJson? Attestations(WrittenJson root) => root.Find("attestations") is { Kind: JsonValueKind.Object } written ? written : null;

    private bool Flag(WrittenJson holder, string key, string field)
    {
        if (holder.Find(field) is { Kind: not (JsonValueKind.True or JsonValueKind.False) } written)
        {
            report.Add(written.Line, MappingReport.Join(key, field), $"it is {MappingReport.Named(written)}", "true or false", "write one of the two, without quotes");
        }

        return holder.Find(field)?.Kind == JsonValueKind.True;
    }

    private int? Days(WrittenJson holder, string key, string field)
    {
        if (holder.Find(field) is not { } written)
        {
            return null;
        }

        if (written.Kind == JsonValueKind.Number && int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
        {
            return days;
        }

        report.Add(written.Line, MappingReport.Join(key, field), $"{MappingReport.Named(written)} is no number of days", $"a whole number from 1 to {MostDays}", "write one, or leave it out for no limit");
        return null;
    }

    private bool IsObject(WrittenJson written, string key, string kind)
    {
        var holds = report.IsObject(written, key.Length == 0 && written.Kind != JsonValueKind.Object ? "--policy" : key, GatePolicyKeys.All[kind], "a policy");
        if (holds && kind == "policy" && written.Find("attestations") is { } statements)
        {
            report.IsObject(statements, "attestations", GatePolicyKeys.All["attestations"], "a policy");
        }

        return holds;
    }
}
