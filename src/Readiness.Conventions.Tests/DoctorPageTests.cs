using Readiness.Running.Doctoring;

namespace Readiness.Conventions.Tests;

public sealed class DoctorPageTests
{
    private const string Page = "docs/doctor.md";
    private const string Write = "READINESS_WRITE_DOCS";

    [Test]
    public void The_page_in_docs_is_the_one_that_the_faults_generate()
    {
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), DoctorPage.Render());
        }

        File.ReadAllText(Repository.PathOf(Page)).ShouldBe(
            DoctorPage.Render(),
            $"{Page} is out of date. Write it again: {Write}=1 dotnet test src/Readiness.Conventions.Tests --filter DoctorPageTests");
    }

    [Test]
    public void Every_fault_has_a_name_of_its_own() => DoctorFaults.All.Select(fault => fault.Name).ShouldBeUnique();

    [Test]
    public void Every_fault_is_caused_by_a_test() =>
        DoctorFaults.All.Select(fault => fault.Name)
            .Where(name => !Repository.Below("src/Readiness.EndToEnd.Tests/Faults/").Any(file => file.Text.Contains($"\"{name}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
}
