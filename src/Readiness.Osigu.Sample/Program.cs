using Readiness.Osigu.Sample;
using Readiness.Osigu.Sample.Settings;

try
{
    var settings = ClinicSettings.From(Environment.GetEnvironmentVariable);
    await using var clinic = ClinicApplication.Build(settings);
    await clinic.RunAsync();
    return 0;
}
catch (SettingsException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
