using System.Text.Json.Nodes;
using Readiness.EndToEnd.Tests.Processes;
using Readiness.EndToEnd.Tests.Runs;

namespace Readiness.EndToEnd.Tests.Faults;

/// <summary>Runs 'readiness doctor' and holds what it says against docs/doctor.md.</summary>
internal static class Examined
{
    /// <summary>Beyond the limit concerned, in seconds.</summary>
    private const double Allowance = 10;

    public static async Task Proves(DoctorCase fault)
    {
        using var workplace = new Workplace();
        workplace.Configure(fault.Configuration);
        foreach (var (name, text) in fault.Files)
        {
            workplace.Write(name, text);
        }

        var (document, output) = await Document(workplace, fault.Inherited);
        if ((double)document["seconds"]! > fault.Limit + Allowance)
        {
            // A machine that does much else beside: what counts is what the examination itself takes.
            (document, output) = await Document(workplace, fault.Inherited);
        }

        var step = document["steps"]!.AsArray().FirstOrDefault(one => (string?)one!["fault"] == fault.Fault) ?? throw new AssertionException($"{fault.Fault} is not told:\n{output}");
        var listed = DoctorPage.Row(fault.Fault);
        var found = (string)step["found"]!;
        foreach (var part in fault.Saw)
        {
            found.ShouldContain(part);
        }

        ((string?)step["step"], (string?)step["remedy"], (int)step["exitCode"]!).ShouldBe((listed.Step, listed.Remedy, listed.ExitCode));
        ((int)document["exitCode"]!).ShouldBe(listed.ExitCode, output);
        ((double)document["seconds"]!).ShouldBeLessThan(fault.Limit + Allowance);
    }

    /// <summary>What it writes for programs. Nothing that it started still runs then.</summary>
    public static async Task<(JsonNode Document, string Output)> Document(Workplace workplace, IReadOnlyDictionary<string, string> inherited)
    {
        await using var doctor = RunningProgram.Dotnet(workplace.Folder, inherited.Select(entry => (entry.Key, entry.Value)), Built.Readiness, "doctor", "--json");
        var exit = await doctor.Exit();
        ProcessTable.OwnedBy(doctor.Id).ShouldBeEmpty();
        var document = JsonNode.Parse(doctor.Output) ?? throw new AssertionException(doctor.Output);
        ((int)document["exitCode"]!).ShouldBe(exit);
        return (document, doctor.Output);
    }
}
