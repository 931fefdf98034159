using System.Text;
using Readiness.Configuration;
using Readiness.Drivers.Manual;
using Readiness.Drivers.People;

namespace Readiness.Running.Manual;

/// <summary>What the manual way needs before anything starts: somebody to ask or recorded answers, and a file to record into.</summary>
internal sealed class ManualWay : IDisposable
{
    private const string Step = "a person drives the integration";

    private readonly AnswerBook book;
    private StreamWriter? record;

    private ManualWay(AnswerBook book, StreamWriter? record) => (this.book, this.record) = (book, record);

    /// <summary>Opens what is declared; null where no person drives.</summary>
    /// <exception cref="EnvironmentFaultException">Nobody can be asked, or a file cannot be used: a fault of the configuration.</exception>
    public static ManualWay? Open(DriverSettings settings)
    {
        if (settings.Kind != DriverKind.Manual)
        {
            return null;
        }

        if (settings.Answers is null && !Person.IsThere)
        {
            throw Fault("standard input is no terminal, so nobody can be asked", "start the harness in a terminal, or name recorded answers in driver.answers");
        }

        return new ManualWay(settings.Answers is { } answers ? Read(answers) : AnswerBook.Empty, settings.Record is { } record ? Create(record) : null);
    }

    /// <summary>Who does the operations, for the reports; null where no person does.</summary>
    public static string? Words(DriverSettings settings) => settings switch
    {
        { Kind: not DriverKind.Manual } => null,
        { Answers: { } answers } => $"by a person, with answers of an earlier run from {Path.GetFileName(answers)}: what these say of the screen was not looked at again",
        _ => "by a person at the terminal",
    };

    /// <summary>The driver; the file to record into is its own from then on.</summary>
    public ManualDriver Drive(IEnumerable<ManualOperation> operations, Person person, RunContext context, RunFolder folder)
    {
        var driver = new ManualDriver(operations, person, new ManualRun(context, folder), book, record, context.Configuration.Driver.Timeout, Person.IsThere, context.Clock);
        record = null;
        return driver;
    }

    public void Dispose() => record?.Dispose();

    private static AnswerBook Read(string path)
    {
        try
        {
            return AnswerBook.Read(path);
        }
        catch (FormatException fault)
        {
            throw Fault($"{path}, which driver.answers names, holds more than recorded answers: {fault.Message}", "correct these lines, or take them out and answer by hand");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault($"driver.answers cannot be read: {fault.Message}", "correct the path, or leave it out and answer by hand");
        }
    }

    private static StreamWriter Create(string path)
    {
        try
        {
            return new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw Fault($"{path}, which driver.record names, is there already", "name it in driver.answers to take its answers over, and another file in driver.record; or remove it");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault($"driver.record cannot be written: {fault.Message}", "correct the path or the rights of its folder");
        }
    }

    private static EnvironmentFaultException Fault(string message, string remedy) => new(Step, message, remedy, Verdicts.ExitCode.Usage);
}
