#:property PublishAot=false
// Lists what a mutation run left alive, from the report that Stryker writes (schema: stryker-mutator/mutation-testing-elements).
using System.Text.Json;

using var report = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var root = report.RootElement.GetProperty("projectRoot").GetString()!;
Mutant[] mutants = [.. report.RootElement.GetProperty("files").EnumerateObject().SelectMany(InFile)];

foreach (var file in mutants.Where(mutant => mutant.Alive).GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
{
    Console.WriteLine(file.Key);
    foreach (var mutant in file.OrderBy(mutant => mutant.Line))
    {
        Console.WriteLine($"  {mutant.Line,4}  {mutant.Kind}: {mutant.Replacement}");
    }
}

var alive = mutants.Count(mutant => mutant.Alive);
var late = mutants.Count(mutant => mutant.Status == "Timeout");
var killed = mutants.Count(mutant => mutant.Status == "Killed") + late;
Console.WriteLine($"{killed} of {killed + alive} mutants were noticed ({(killed + alive == 0 ? 0 : 100.0 * killed / (killed + alive)):0.0} %), {alive} were not");
if (late > 0)
{
    Console.WriteLine($"{late} of them were noticed only because the tests ran out of time: no proof where this machine was busy");
}

IEnumerable<Mutant> InFile(JsonProperty file)
{
    var name = Path.GetRelativePath(root, file.Name);
    return file.Value.GetProperty("mutants").EnumerateArray().Select(mutant => new Mutant(
        name,
        mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
        mutant.GetProperty("mutatorName").GetString()!,
        mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" "),
        mutant.GetProperty("status").GetString()!));
}

internal sealed record Mutant(string File, int Line, string Kind, string Replacement, string Status)
{
    public bool Alive => Status is "Survived" or "NoCoverage";
}
