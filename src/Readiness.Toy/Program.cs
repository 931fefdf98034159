using Readiness.Configuration;
using Readiness.Features;
using Readiness.Reports.Terminal;
using Readiness.Running.Profiles;
using Readiness.Scenarios.Hooks;
using Readiness.Toy;
using Readiness.Toy.Shop;
using Readiness.Verdicts;

[assembly: FeaturesInOrder]

return args switch
{
    ["certify"] => await Certify([]),
    ["certify", var name] when Enum.GetNames<ShopSwitch>().Contains(name) => await Certify([name]),
    ["integration"] => await ShopServer.Run(),
    _ => await Refuse(),
};

static async Task<int> Certify(IReadOnlyList<string> switches)
{
    var profile = new ToyProfile();
    var output = RawStandardOutput.Open();
    var loaded = ConfigurationChoice.Load([profile], new ConfigurationInputs { Directory = Environment.CurrentDirectory }, switches);
    if (loaded is ConfigurationResult.Loaded good)
    {
        return await new InProcessCertification(profile, good.Configuration, output, Paint.Plain).Run();
    }

    await output.WriteLineAsync(ConfigurationProblems.Render(((ConfigurationResult.Refused)loaded).Problems));
    return ExitCode.Usage;
}

static async Task<int> Refuse()
{
    await Console.Error.WriteLineAsync($"certify [{string.Join(" | ", Enum.GetNames<ShopSwitch>())}], or integration");
    return ExitCode.Usage;
}
