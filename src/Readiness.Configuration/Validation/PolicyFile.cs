using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Readiness.Checklist;

namespace Readiness.Configuration;

/// <summary>Reads the file that says which items may be waived; what is wrong in it is told with its line.</summary>
internal sealed partial class PolicyFile(EffectiveSettings settings, ProfileVocabulary profile, string folder, List<ConfigurationProblem> problems)
{
    private const string Key = "policy";
    private const string StatementDays = "attestations.maximumDays";
    private const int MostDays = 3650;

    private static readonly string[] Fields = ["item", "maximumDays", "allowedBy", "note"];

    private readonly Dictionary<ItemId, WaiverAllowance> waivable = [];
    private string shown = "";

    /// <summary>Null where none is named, and where it cannot be used, which is then told.</summary>
    public WaiverPolicy? Read()
    {
        if (settings.Text(Key) is not { } name || string.IsNullOrWhiteSpace(name)) return null;

        var path = Path.GetFullPath(Path.Combine(folder, name));
        shown = name;
        if (!File.Exists(path))
        {
            Report(settings.Where(Key), Key, $"there is no file {path}", "a JSON file; its path starts from the folder of the configuration file", "create it, or correct its name");
            return null;
        }

        var before = problems.Count;
        var written = new JsonLayerReader(name, problems).Read(path);
        var entries = written.Settings.Where(setting => Entry().IsMatch(setting.Path)).GroupBy(setting => Entry().Match(setting.Path).Groups[1].Value);
        foreach (var entry in entries) Take(entry.Key, [.. entry]);
        var days = Number(written.Settings.FirstOrDefault(setting => setting.Path == StatementDays));
        foreach (var unknown in written.Settings.Where(setting => !IsKnown(setting)))
        {
            Report(unknown.Where, unknown.Path, "a policy has no such key", "waivers, each with item, allowedBy, maximumDays and note, and attestations.maximumDays", $"write {string.Join(" or ", NearestName.Several(unknown.Path.Split('.')[^1], [.. Fields, "waivers", "attestations"], 2))}, or remove it");
        }

        return problems.Count > before ? null : new WaiverPolicy
        {
            File = name,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
            Waivable = waivable,
            StatementDays = days,
        };
    }

    private void Take(string index, WrittenSetting[] fields)
    {
        WrittenSetting? Field(string name) => fields.FirstOrDefault(field => field.Path == $"waivers.{index}.{name}");
        var where = fields[0].Where;
        var by = Field("allowedBy")?.Value;
        var days = Number(Field("maximumDays"));
        if (string.IsNullOrWhiteSpace(by)) Report(where, $"waivers.{index}.allowedBy", "allowedBy is missing", "who allows the item to be waived", $"set waivers.{index}.allowedBy");
        if (Field("item") is not { Value: { } item } written)
        {
            Report(where, $"waivers.{index}.item", "item is missing", "the id of an item", $"set waivers.{index}.item");
        }
        else if (profile.Items.FirstOrDefault(known => string.Equals(known.Value, item, StringComparison.OrdinalIgnoreCase)) is not { Value: not null } id)
        {
            Report(written.Where, $"waivers.{index}.item", $"no checklist item is called '{item}'", $"an item of the profile {profile.Name}", $"write {string.Join(" or ", NearestName.Several(item, profile.Items.Select(known => known.Value)))}");
        }
        else if (!waivable.TryAdd(id, new WaiverAllowance(days, by ?? "")))
        {
            Report(written.Where, $"waivers.{index}.item", $"{id} stands in the policy already", "every item once", "remove one of the two");
        }
    }

    private int? Number(WrittenSetting? setting)
    {
        if (setting is null) return null;
        if (setting.Kind == WrittenKind.Number && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays) return days;
        Report(setting.Where, setting.Path, $"'{setting.Value}' is no number of days", $"a whole number from 1 to {MostDays}", "write one, or leave it out for no limit");
        return null;
    }

    private static bool IsKnown(WrittenSetting setting) =>
        setting.Path is "waivers" or "attestations" or StatementDays
        || (Entry().Match(setting.Path) is { Success: true } match && (!match.Groups[2].Success || Fields.Contains(match.Groups[2].Value)));

    private void Report(string where, string key, string problem, string expected, string next) =>
        problems.Add(new() { Where = where, Key = where.StartsWith(shown, StringComparison.Ordinal) ? key : Key, Problem = problem, Expected = expected, Next = next });

    [GeneratedRegex(@"^waivers\.(\d+)(?:\.(.+))?$")]
    private static partial Regex Entry();
}
