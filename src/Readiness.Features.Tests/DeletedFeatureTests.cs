using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace Readiness.Features.Tests;

/// <summary>Builds a small project by the repository's own build files, in a folder of its own.</summary>
public sealed class DeletedFeatureTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private string folder = "";

    [SetUp]
    public void Write_a_project_with_two_features()
    {
        folder = Directory.CreateTempSubdirectory("features ").FullName;
        var root = typeof(DeletedFeatureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(fact => fact.Key == "RepositoryRoot").Value;

        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            Write(file, $"""<Project><Import Project="{root}{file}" /></Project>""");

        Write("src/Two/Two.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><FeatureFolder>../../features/</FeatureFolder></PropertyGroup>
              <Import Project="$(RepositoryRoot)build/Features.props" />
            </Project>
            """);
        Write("features/zoo/01-kept.feature", "Feature: Kept\n\n  Scenario: Stays\n    Given a cage\n");
        Write("features/zoo/02-deleted.feature", "Feature: Deleted\n\n  Scenario: Goes\n    Given a cage\n");
    }

    [TearDown]
    public void Remove_it() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task The_scenarios_of_a_deleted_feature_are_gone_and_generated_code_stays_under_obj()
    {
        (await ScenariosAfterBuild()).ShouldBe(["Goes", "Stays"], ignoreOrder: true);

        File.Delete(Path.Combine(folder, "features/zoo/02-deleted.feature"));

        (await ScenariosAfterBuild()).ShouldBe(["Stays"]);
        Directory.EnumerateFiles(folder, "*.feature.cs", SearchOption.AllDirectories)
            .ShouldAllBe(file => file.StartsWith(Path.Combine(folder, "src/Two/obj"), StringComparison.Ordinal));
    }

    private void Write(string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private async Task<IReadOnlyList<string>> ScenariosAfterBuild()
    {
        var start = new ProcessStartInfo("dotnet", ["build", Path.Combine(folder, "src/Two"), "-v", "quiet", "--nodeReuse:false"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };

        using var build = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = await build.StandardOutput.ReadToEndAsync(limit.Token);
        await build.WaitForExitAsync(limit.Token);
        build.ExitCode.ShouldBe(0, output);

        // Loaded from memory, so that the next build can write the file again.
        var context = new AssemblyLoadContext("two", isCollectible: true);
        using var image = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(folder, "src/Two/bin/Debug/net10.0/Two.dll"), limit.Token));
        var features = context.LoadFromStream(image);

        return [.. new FeatureRun(features).List().Select(scenario => scenario.Title)];
    }
}
